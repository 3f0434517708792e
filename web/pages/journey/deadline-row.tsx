import { Button } from '@mantine/core';
import IconShieldCheck from '@tabler/icons-react/dist/esm/icons/IconShieldCheck.mjs';
import IconShieldQuestion from '@tabler/icons-react/dist/esm/icons/IconShieldQuestion.mjs';
import type { Deadline } from '../../../contract/journeys/deadline.js';
import { Day, Distance } from '../../parts/day/day.js';
import { DeadlineState } from '../../parts/deadline-state.js';
import { say } from '../../texts/journey.js';
import { dayInFull } from '../../time/days.js';
import { useActing } from './acting.js';
import { DeadlineWhy } from './deadline-why.js';
import styles from './deadlines.module.css';
import { FormHere } from './form-here.js';
import journey from './journey.module.css';
import { useAddress, usePage } from './page-state.js';

/** A deadline: the day by which people go first, the computed one beneath where it is another. */
export function DeadlineRow({ deadline }: { deadline: Deadline }) {
  const { id, title, due, dueRaw, state, source } = deadline;
  const { day } = usePage();
  const { opened } = useActing();
  const [warum, explain] = useAddress('warum');
  const isOpen = warum === id;
  const why = `why-${id}`;
  return (
    <>
      <tr>
        <td className={styles.day}>
          <Day of={due} as="table" />{' '}
          <span className={styles.far}>
            <Distance of={due} from={day} />
          </span>
        </td>
        <th scope="row">
          {title}
          {due !== dueRaw && <small>{say('rolled', { due: dayInFull(due), raw: dayInFull(dueRaw) })}</small>}
          {source !== '' && <small lang="de">{source}</small>}
        </th>
        <td>
          <div className={styles.states}>
            <DeadlineState of={state} />
            <Verified deadline={deadline} />
          </div>
        </td>
        <td className={styles.why}>
          <Button
            variant="subtle"
            size="compact-sm"
            aria-expanded={isOpen}
            aria-controls={why}
            aria-label={`${say('why')} ${title}`}
            onClick={() => explain(isOpen ? undefined : id)}
          >
            {say('why')}
          </Button>
        </td>
      </tr>
      {opened?.place === `deadline:${id}` && (
        <tr>
          <td colSpan={4}>
            <FormHere place={`deadline:${id}`} />
          </td>
        </tr>
      )}
      {isOpen && (
        <tr>
          <td colSpan={4} id={why}>
            <DeadlineWhy deadline={deadline} />
          </td>
        </tr>
      )}
    </>
  );
}

/** Whether a person has looked the day up; else where it can be said. */
function Verified({ deadline: { id, state, verified } }: { deadline: Deadline }) {
  const { acts, stand } = usePage();
  const { open } = useActing();
  if (state === 'done' || state === 'cancelled') return null;
  if (verified) {
    return (
      <span className={journey.word} data-colour="good">
        <IconShieldCheck size={18} aria-hidden />
        {say('verified')}
      </span>
    );
  }
  const act = acts.possible.find(({ key }) => key === `deadline.verify.${id}`);
  return (
    <span className={journey.word} data-colour="soon" data-edge="dashed" title={say('unverifiedLong')}>
      <IconShieldQuestion size={18} aria-hidden />
      {say('unverified')}
      {act && stand === undefined && (
        <Button
          variant="default"
          size="compact-sm"
          aria-haspopup="dialog"
          aria-label={act.label}
          data-act={act.key}
          onClick={() => open(act, `deadline:${id}`)}
        >
          {say('verify')}
        </Button>
      )}
    </span>
  );
}
