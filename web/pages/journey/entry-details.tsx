import { useWords } from '../../api/reads.js';
import { say as common } from '../../texts/common.js';
import { say } from '../../texts/journey.js';
import { dayInFull } from '../../time/days.js';
import { detailsOf } from './details.js';
import type { Entry } from './timeline.js';
import styles from './timeline.module.css';

/** What else an event says: its fields in words, and what was planned anew because of it. */
export function EntryDetails({ entry: { event, effects }, open }: { entry: Entry; open: boolean }) {
  const words = useWords();
  const details = detailsOf(event, words, dayInFull, (yes) => common(yes ? 'yes' : 'no'));
  const told = (['planned', 'moved', 'cancelled'] as const).filter((what) => effects[what] > 0);
  const note = typeof event.data.note === 'string' ? event.data.note : undefined;
  return (
    <>
      {note !== undefined && (
        <p className={styles.note} data-personal>
          {note}
        </p>
      )}
      {(details.length > 0 || told.length > 0) && (
        <details className={styles.details} open={open}>
          <summary>{say('details')}</summary>
          <dl>
            {details.map(({ label, value }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd data-personal>{value}</dd>
              </div>
            ))}
          </dl>
          {told.length > 0 && (
            <p>{told.map((what) => say(`effect_${what}`, { n: effects[what] })).join(' ')}</p>
          )}
        </details>
      )}
    </>
  );
}
