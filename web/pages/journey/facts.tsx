import { useWords } from '../../api/reads.js';
import { Day } from '../../parts/day/day.js';
import { callLink } from '../../parts/phone.js';
import { useCoachName } from '../../parts/use-coach-name.js';
import { say } from '../../texts/journey.js';
import styles from './head.module.css';
import { usePage } from './page-state.js';
import { yearsBetween } from './years.js';

/** What is known of the person and the journey, in one line of words. */
export function Facts() {
  const { journey, day } = usePage();
  const { participant, phaseSince, commune, coach, coachHint, lastContactOn } = journey;
  const words = useWords();
  const coachName = useCoachName(coach);
  const languages = [participant.language, participant.secondLanguage]
    .flatMap((tag) => tag ?? [])
    .map((tag) => words.languages[tag] ?? tag);
  return (
    <ul className={styles.facts}>
      {journey.externalId !== undefined && <li className={styles.narrow}>{journey.externalId}</li>}
      {participant.bornOn !== undefined && (
        <li>{say('age', { n: yearsBetween(participant.bornOn, day) })}</li>
      )}
      {languages.length > 0 && <li>{languages.join(', ')}</li>}
      <li>{words.communes[commune] ?? commune}</li>
      {phaseSince !== undefined && (
        <li>
          {say('phaseSince')} <Day of={phaseSince} />
        </li>
      )}
      <li>
        {say('coach')}{' '}
        {coach === null && coachHint !== undefined ? say('coachHint', { email: coachHint }) : coachName}
      </li>
      {participant.phone !== undefined && (
        <li>
          <a className={styles.phone} href={callLink(participant.phone)}>
            <span data-personal>{participant.phone}</span>
          </a>
        </li>
      )}
      <li>
        {say('lastContact')}{' '}
        {lastContactOn === null ? say('none') : <Day of={lastContactOn} far from={day} />}
      </li>
    </ul>
  );
}
