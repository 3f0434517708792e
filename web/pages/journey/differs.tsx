import IconHistory from '@tabler/icons-react/dist/esm/icons/IconHistory.mjs';
import type { Journey } from '../../../contract/journeys/journey.js';
import { say } from '../../texts/journey.js';
import styles from '../../parts/word.module.css';
import { usePage } from './page-state.js';
import { sameParts } from './stand.js';

/** Marks a block that says something else today, while the page shows the past. */
export function Differs({ in: parts }: { in: (journey: Journey) => unknown }) {
  const { journey, now, stand } = usePage();
  if (stand === undefined || sameParts(parts(journey), parts(now))) return null;
  return <OtherToday />;
}

export function OtherToday() {
  return (
    <span className={styles.word} data-colour="gray" data-edge>
      <IconHistory size={18} aria-hidden />
      {say('differs')}
    </span>
  );
}
