import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { useWords } from '../../api/reads.js';
import { dayInFull, formatted, type Day } from '../../time/days.js';
import { piecesOf, type Axis, type ModuleLine } from './modules.js';
import styles from './modules.module.css';

/** The months over the bars, and today. */
export function AxisHead({ axis }: { axis: Axis }) {
  return (
    <div className={styles.axis} aria-hidden>
      {axis.months.map(({ day, left }) => (
        <span key={day} style={{ insetInlineStart: `${left}%` }}>
          {monthOf(day)}
        </span>
      ))}
    </div>
  );
}

/** A module over the months: each state has its own shape. What it says stands in words beside it and for screen readers in it. */
export function ModuleBar({ line, axis, today }: { line: ModuleLine; axis: Axis; today: Day }) {
  const words = useWords();
  const pieces = piecesOf(line, axis, today);
  return (
    <div className={styles.bar}>
      <span className="visually-hidden">
        {line.steps
          .map(({ state, on }) => `${words.moduleStates[state] ?? state} ${dayInFull(on)}`)
          .join(', ')}
      </span>
      {pieces.map(({ state, left, width }, at) => (
        <span
          key={at}
          aria-hidden
          className={styles.piece}
          data-state={state}
          title={words.moduleStates[state]}
          style={{ insetInlineStart: `${left}%`, width: `${width}%` }}
        >
          {state === 'completed' && <IconCheck size={14} />}
          {(state === 'aborted' || state === 'not_started') && <IconX size={14} />}
        </span>
      ))}
      <span aria-hidden className={styles.today} style={{ insetInlineStart: `${axis.today}%` }} />
    </div>
  );
}

/** `Mär`, with the year in January. */
const monthOf = (day: Day): string =>
  formatted(Date.parse(`${day}T00:00:00Z`), {
    month: 'short',
    ...(day.slice(5, 7) === '01' && { year: '2-digit' }),
    timeZone: 'UTC',
  });
