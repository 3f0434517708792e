import type { ReducedJourney } from '../../../contract/journeys/journey.js';
import { useWords } from '../../api/reads.js';
import { PersonName } from '../../parts/person-name.js';
import { say } from '../../texts/journey.js';
import { useCoachName } from './facts.js';
import styles from './head.module.css';

/** What is shown of a colleague's case. */
export function Reduced({ journey }: { journey: ReducedJourney }) {
  const words = useWords();
  const coach = useCoachName(journey.coach ?? undefined);
  return (
    <>
      <h1>
        <PersonName of={journey.name} />
      </h1>
      <ul className={styles.facts}>
        {journey.externalId !== undefined && <li>{journey.externalId}</li>}
        <li>{words.phases.find(({ key }) => key === journey.phase)?.title ?? journey.phase}</li>
        <li>{words.communes[journey.commune] ?? journey.commune}</li>
        <li>
          {say('coach')} {coach ?? say('noCoach')}
        </li>
      </ul>
      <p>{say('reduced')}</p>
    </>
  );
}
