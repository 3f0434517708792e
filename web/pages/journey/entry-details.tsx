import { useWords } from '../../api/reads.js';
import { say } from '../../texts/journey.js';
import { dayInFull } from '../../time/days.js';
import { detailsOf } from './details.js';
import { sizeOf, type Entry } from './timeline.js';
import styles from './timeline.module.css';

/** What else an event says: its fields in words, and what was planned anew because of it. */
export function EntryDetails({ entry: { event, plans }, open }: { entry: Entry; open: boolean }) {
  const words = useWords();
  const details = detailsOf(event, words, dayInFull, (yes) => say(yes ? 'yes' : 'no'));
  const planned = [...(event.type === 'AgendaChanged' ? [event] : []), ...plans].map(sizeOf);
  const sum = (what: 'planned' | 'moved' | 'cancelled'): number =>
    planned.reduce((all, size) => all + size[what], 0);
  const effects = (['planned', 'moved', 'cancelled'] as const).filter((what) => sum(what) > 0);
  const note = typeof event.data.note === 'string' ? event.data.note : undefined;
  return (
    <>
      {note !== undefined && (
        <p className={styles.note} data-personal>
          {note}
        </p>
      )}
      {(details.length > 0 || effects.length > 0) && (
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
          {effects.length > 0 && (
            <p>{effects.map((what) => say(`effect_${what}`, { n: sum(what) })).join(' ')}</p>
          )}
        </details>
      )}
    </>
  );
}
