import IconChevronRight from '@tabler/icons-react/dist/esm/icons/IconChevronRight.mjs';
import type { ReactNode } from 'react';
import { useWords } from '../../api/reads.js';
import { Day } from '../../parts/day/day.js';
import { Severity } from '../../parts/severity.js';
import { say } from '../../texts/journey.js';
import { berlinDay, instantInFull } from '../../time/days.js';
import { ActButtons, ActMenu, NamedAct } from './act-buttons.js';
import { FormHere } from './form-here.js';
import { MissingLine } from './missing-line.js';
import styles from './next.module.css';
import type { NextRow } from './next-rows.js';
import { usePage } from './page-state.js';
import { WhyLink } from './why-link.js';

/** A row of what comes next: what it is, what is missing for it, and what can be done. */
export function NextLine({ row }: { row: NextRow }) {
  return (
    <li className={styles.row} data-is={row.is}>
      <What row={row} />
      <Doable row={row} />
      <FormHere place={row.id} />
    </li>
  );
}

/** Of a step its name stands beside the button already. */
function Doable({ row: { is, id, acts } }: { row: NextRow }) {
  const [only, ...more] = acts;
  if (is !== 'step' || !only) return <ActButtons acts={acts} place={id} />;
  if (more.length > 0) return <ActMenu acts={acts} place={id} label={say('record')} />;
  return <NamedAct act={only} place={id} label={say(only.group === 'module' ? 'propose' : 'record')} />;
}

function What({ row }: { row: NextRow }): ReactNode {
  const words = useWords();
  const { day } = usePage();
  switch (row.is) {
    case 'flag': {
      const { rule, severity, since, suggestion, snoozedUntil, remindedAt, because } = row.flag;
      return (
        <div>
          <p className={styles.title}>
            <Severity of={severity} /> <strong>{words.flags[rule] ?? rule}</strong>{' '}
            <span className={styles.aside}>
              {say('since')} <Day of={berlinDay(since)} far from={day} />
            </span>
          </p>
          {row.why !== undefined && <p>{row.why}</p>}
          <p>{suggestion}</p>
          <p className={styles.aside}>
            {snoozedUntil !== undefined && (
              <>
                {say('snoozedUntil')} <Day of={snoozedUntil} />.{' '}
              </>
            )}
            {remindedAt !== undefined && `${say('reminded', { when: instantInFull(remindedAt) })} `}
            <WhyLink event={because} />
          </p>
        </div>
      );
    }
    case 'task': {
      const { title, text, severity, due, because } = row.task;
      return (
        <div>
          <p className={styles.title}>
            <Severity of={severity} /> <strong>{title}</strong>{' '}
            <span className={styles.aside}>
              {say('dueOn')} <Day of={due} far from={day} />
            </span>
          </p>
          {row.why !== undefined && <p>{row.why}</p>}
          {text !== undefined && <p className={styles.text}>{text}</p>}
          <p className={styles.aside}>
            <WhyLink event={because} />
          </p>
        </div>
      );
    }
    case 'step': {
      const title =
        row.milestone === undefined
          ? `${row.module ?? ''} ${words.modules[row.module ?? ''] ?? ''}`
          : (words.milestones[row.milestone] ?? row.milestone);
      return (
        <div>
          <p className={styles.title}>
            <IconChevronRight size={16} aria-hidden /> {title}{' '}
            {row.missing.length > 0 && <span className={styles.aside}>{say('notYetPossible')}</span>}
          </p>
          {row.missing.map((missing) => (
            <MissingLine key={missing.code} missing={missing} place={row.id} />
          ))}
        </div>
      );
    }
    case 'gone':
      return <p className={styles.aside}>{say('goneMeanwhile')}</p>;
  }
}
