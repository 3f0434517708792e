import type { WorkloadFigures } from '../../../contract/pages/figures.js';
import { useWords } from '../../api/reads.js';
import { say } from '../../texts/leitstand.js';
import type { Place } from './place.js';
import styles from './leitstand.module.css';

interface CountedOfProps {
  place: Place;
  coaches: WorkloadFigures['coaches'];
}

/** On paper, where the filters are not: of which journeys the numbers are. */
export function CountedOf({ place: { commune, coach }, coaches }: CountedOfProps) {
  const words = useWords();
  const name = coaches.find((each) => each.coach === coach)?.name ?? coach;
  return (
    <p className={styles.onPaper}>
      {say('countedOf', {
        commune: commune === undefined ? say('all_commune') : (words.communes[commune] ?? commune),
        coach: name ?? say('all_coach'),
      })}
    </p>
  );
}
