import { Link } from 'react-router';
import type { DeadlineItem, TaskItem } from '../../../contract/pages/lists.js';
import { useMe, useWords } from '../../api/reads.js';
import { Actions } from '../../parts/act/actions.js';
import { Day, Distance } from '../../parts/day/day.js';
import { DeadlineState } from '../../parts/deadline-state.js';
import { PersonName } from '../../parts/person-name.js';
import type { SteadyRow } from '../../parts/steady/use-steady-list.js';
import { useCoachName } from '../../parts/use-coach-name.js';
import { say } from '../../texts/deadlines.js';
import { dayInFull } from '../../time/days.js';
import rowsStyles from '../../parts/rows/rows.module.css';
import styles from './deadlines.module.css';

interface DeadlineRowProps {
  row: SteadyRow<DeadlineItem | TaskItem>;
}

/** A deadline, or a date that is missing: until when, what, whose, with whom, and what makes it done. */
export function DeadlineRow({ row: { item, gone, changed } }: DeadlineRowProps) {
  const me = useMe();
  const words = useWords();
  const coachName = useCoachName(me.role === 'coach' ? null : item.coach);
  const { journey, phone, actions = [] } = item;
  const where = [
    me.role !== 'coach' && coachName,
    words.communes[item.commune],
    words.phases.find(({ key }) => key === item.phase)?.title,
  ];
  const why =
    'rule' in item
      ? `/teilnehmende/${journey.id}?warum=${item.id}`
      : `/teilnehmende/${journey.id}?eintrag=${item.because}`;
  return (
    <li
      className={rowsStyles.row}
      data-row
      data-gone={gone || undefined}
      data-changed={changed || undefined}
      tabIndex={-1}
    >
      <div className={rowsStyles.what}>
        {'rule' in item && <Due deadline={item} />}
        <span>{item.title}</span>
        <Link to={`/teilnehmende/${journey.id}`} className={rowsStyles.name} data-open>
          <PersonName of={journey.name} />
        </Link>
        {'rule' in item && item.state !== 'open' && <DeadlineState of={item.state} />}
        <span className={rowsStyles.dimmed}>{where.filter(Boolean).join(' · ')}</span>
        <Link to={why} className={styles.why} data-why>
          {say('why')}
        </Link>
      </div>
      {'text' in item && item.text !== undefined && <p className={rowsStyles.text}>{item.text}</p>}
      {!gone && <Actions acts={actions} journey={{ id: journey.id, version: undefined }} phone={phone} />}
    </li>
  );
}

/** The day by which people go, how far away it is, and the computed one where it is another. */
function Due({ deadline: { due, dueRaw, verified } }: { deadline: DeadlineItem }) {
  return (
    <span className={styles.due}>
      <Day of={due} as="table" /> · <Distance of={due} />
      {due !== dueRaw && <small> {say('rolled', { raw: dayInFull(dueRaw) })}</small>}
      {verified && <small> {say('verified')}</small>}
    </span>
  );
}
