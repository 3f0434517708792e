import { say } from '../../texts/journeys.js';
import styles from './journeys.module.css';
import type { Selection } from './use-selection.js';

/** Everybody who is shown, or nobody. */
export function SelectAll({ selection: { chosen, choosable, all, clear } }: { selection: Selection }) {
  const isEverybody = choosable.length > 0 && chosen.length === choosable.length;
  return (
    <input
      type="checkbox"
      className={styles.tick}
      aria-label={say('selectAll')}
      aria-keyshortcuts="Control+A"
      ref={(box) => {
        if (box) box.indeterminate = chosen.length > 0 && !isEverybody;
      }}
      checked={isEverybody}
      onChange={isEverybody ? clear : all}
    />
  );
}
