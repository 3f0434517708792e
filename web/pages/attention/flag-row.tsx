import { Link } from 'react-router';
import type { FlagItem } from '../../../contract/pages/flags.js';
import { useMe, useWords } from '../../api/reads.js';
import { useCoachName } from '../../parts/use-coach-name.js';
import { Actions } from '../../parts/act/actions.js';
import { Day, Distance } from '../../parts/day/day.js';
import { PersonName } from '../../parts/person-name.js';
import { Severity } from '../../parts/severity.js';
import type { SteadyRow } from '../../parts/steady/use-steady-list.js';
import { say } from '../../texts/attention.js';
import { berlinDay, dayAndMonth, instantInFull } from '../../time/days.js';
import rowsStyles from '../../parts/rows/rows.module.css';
import styles from './attention.module.css';

/** One flag: how soon, who, since when, with whom, and what helps. */
export function FlagRow({ row: { item, gone, changed } }: { row: SteadyRow<FlagItem> }) {
  const me = useMe();
  const words = useWords();
  const coachName = useCoachName(me.role === 'coach' ? null : item.coach);
  const { journey, severity, since, snoozedUntil, remindedAt, lastContactOn } = item;
  const where = [
    me.role !== 'coach' && coachName,
    words.communes[item.commune],
    words.phases.find(({ key }) => key === item.phase)?.title,
  ];
  return (
    <li
      className={rowsStyles.row}
      data-row
      data-gone={gone || undefined}
      data-changed={changed || undefined}
      tabIndex={-1}
    >
      <div className={rowsStyles.what}>
        <Severity of={severity} />
        <Link to={`/teilnehmende/${journey.id}`} className={rowsStyles.name} data-open>
          <PersonName of={journey.name} />
        </Link>
        <span>
          {say('since', { day: '' })}
          <Day of={berlinDay(since)} as="short" /> · <Distance of={berlinDay(since)} />
        </span>
        <span className={rowsStyles.dimmed}>{where.filter(Boolean).join(' · ')}</span>
        <span className={rowsStyles.dimmed}>
          {lastContactOn === null ? say('noContact') : say('contact', { when: dayAndMonth(lastContactOn) })}
        </span>
        {remindedAt !== undefined && <span>{say('reminded', { when: instantInFull(remindedAt) })}</span>}
        {snoozedUntil !== undefined && <span>{say('aside', { day: dayAndMonth(snoozedUntil) })}</span>}
        <Link to={`/teilnehmende/${journey.id}?eintrag=${item.because}`} className={styles.why} data-why>
          {say('why')}
        </Link>
      </div>
      <p className={rowsStyles.text}>{say('suggestion', { text: item.suggestion })}</p>
      {!gone && (
        <Actions acts={item.actions} journey={{ id: journey.id, version: undefined }} phone={item.phone} />
      )}
    </li>
  );
}
