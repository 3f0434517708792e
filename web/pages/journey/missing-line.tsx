import { UnstyledButton } from '@mantine/core';
import type { Missing } from '../../../contract/problem.js';
import { useDo } from './act-buttons.js';
import { useWords } from '../../api/reads.js';
import { actThatClears } from './clearing.js';
import journeyStyles from './journey.module.css';
import styles from './next.module.css';
import { usePage } from './page-state.js';
import { missingWords } from './record-menu.js';

/** What is missing, who can clear it, and where that is done. */
export function MissingLine({ missing: { code, text, who }, place }: { missing: Missing; place: string }) {
  const { acts, stand } = usePage();
  const { requirements } = useWords();
  const doIt = useDo();
  const act = actThatClears(code, requirements, acts.possible);
  return (
    <p className={styles.missing}>
      {missingWords(text, who)}{' '}
      {act && stand === undefined && (
        <UnstyledButton
          className={journeyStyles.link}
          data-act={act.key}
          aria-haspopup="dialog"
          onClick={({ currentTarget }) => doIt(act, place, currentTarget)}
        >
          {act.label}
        </UnstyledButton>
      )}
    </p>
  );
}
