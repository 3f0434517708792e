import type { ImportCounts } from '../../../contract/routes/imports.js';
import { say } from '../../texts/import.js';
import { doneOf } from './use-progress.js';
import styles from './import.module.css';

/** How far an import is, as a bar and in words. */
export function Progress({ of }: { of: ImportCounts }) {
  const done = doneOf(of);
  const text = say(of.dryRun ? 'progressCheck' : 'progressRun', { done, rows: of.rows });
  return (
    <p className={styles.progress}>
      <progress value={done} max={of.rows} aria-label={text} />
      <span>{text}</span>
    </p>
  );
}
