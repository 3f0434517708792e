import { say } from '../../texts/leitstand.js';
import styles from './leitstand.module.css';

interface SpanProps {
  /** Working days; undefined where nobody was there. */
  days: number | undefined;
  /** The longest of the table, whose bar is whole; undefined where no bars are drawn. */
  longest: number | undefined;
  /** Of how many stays. */
  stays?: number | undefined;
}

/** A span of days as a number, with a bar behind it that compares it with the others. */
export function Span({ days, longest, stays }: SpanProps) {
  if (days === undefined) return <>–</>;
  return (
    <span className={styles.span} title={stays === undefined ? undefined : say('stays', { n: stays })}>
      {longest !== undefined && (
        <span className={styles.bar} style={{ width: `${(days / longest) * 100}%` }} aria-hidden />
      )}
      <span>{say('workingDays', { n: days })}</span>
    </span>
  );
}
