import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import IconCircleFilled from '@tabler/icons-react/dist/esm/icons/IconCircleFilled.mjs';
import { useWords } from '../../api/reads.js';
import { Block } from '../../parts/block.js';
import { Day } from '../../parts/day/day.js';
import { say } from '../../texts/journey.js';
import { berlinDay } from '../../time/days.js';
import { Differs } from './differs.js';
import { usePage } from './page-state.js';
import { phaseSteps } from './phases.js';
import styles from './phases.module.css';

/** The way through the phases, and where on it the journey is. */
export function PhasesBlock() {
  const { journey, events, day } = usePage();
  const { phases, moves } = useWords();
  const opened = events?.[0]?.occurredAt;
  const steps = phaseSteps(phases, journey, moves, opened && berlinDay(opened));
  return (
    <Block
      title={say('phasesTitle')}
      lines={2}
      aside={<Differs in={({ phase, phaseSince }) => [phase, phaseSince]} />}
    >
      <ol className={styles.phases}>
        {steps.map(({ key, title, state, since }) => (
          <li key={key} data-state={state} {...(state === 'now' && { 'aria-current': 'step' as const })}>
            <span className={styles.title}>
              {state === 'reached' && <IconCheck size={18} aria-hidden />}
              {state === 'now' && <IconCircleFilled size={14} aria-hidden />}
              {title}
              {state !== 'now' && <span className="visually-hidden">, {say(`phase_${state}`)}</span>}
            </span>
            <small>
              {since !== undefined && <Day of={since} as="table" far={state === 'now'} from={day} />}
              {state === 'skipped' && say('phase_skipped')}
            </small>
          </li>
        ))}
      </ol>
    </Block>
  );
}
