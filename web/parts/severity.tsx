import IconAlertOctagonFilled from '@tabler/icons-react/dist/esm/icons/IconAlertOctagonFilled.mjs';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconInfoCircle from '@tabler/icons-react/dist/esm/icons/IconInfoCircle.mjs';
import { say } from '../texts/common.js';
import styles from './severity.module.css';

const shapes = {
  3: { Icon: IconAlertOctagonFilled, word: 'severity3', colour: 'act' },
  2: { Icon: IconAlertTriangle, word: 'severity2', colour: 'soon' },
  1: { Icon: IconInfoCircle, word: 'severity1', colour: 'info' },
} as const;

interface SeverityProps {
  of: number;
  /** What it is about, in its place where there is room for one of the two; the shape and the reader's voice say the other. */
  about?: string | undefined;
}

/** How soon something is to be done: shape and word first, the colour third. */
export function Severity({ of, about }: SeverityProps) {
  const { Icon, word, colour } = shapes[of === 3 ? 3 : of === 2 ? 2 : 1];
  return (
    <span className={styles.severity} data-colour={colour}>
      <Icon size={18} aria-hidden />
      {about === undefined ? (
        say(word)
      ) : (
        <>
          <span className="visually-hidden">{say(word)}: </span>
          {about}
        </>
      )}
    </span>
  );
}
