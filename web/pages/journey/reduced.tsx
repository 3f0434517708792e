import type { ReducedJourney } from '../../../contract/journeys/journey.js';
import { useWords } from '../../api/reads.js';
import { useCoachName } from '../../parts/use-coach-name.js';
import { PersonName } from '../../parts/person-name.js';
import { say } from '../../texts/journey.js';
import styles from './head.module.css';

/** What is shown of a colleague's case. */
export function Reduced({ journey }: { journey: ReducedJourney }) {
  const words = useWords();
  const coach = useCoachName(journey.coach);
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
          {say('coach')} {coach}
        </li>
      </ul>
      <p>{say('reduced')}</p>
    </>
  );
}
