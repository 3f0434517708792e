import { Button } from '@mantine/core';
import { Block } from '../../parts/block.js';
import { say } from '../../texts/journey.js';
import { DeadlineRow } from './deadline-row.js';
import styles from './deadlines.module.css';
import { Differs } from './differs.js';
import { useAddress, usePage } from './page-state.js';

/** The deadlines that are not over, the earliest first; those that are by a switch. */
export function DeadlinesBlock() {
  const { journey } = usePage();
  const [over, showOver] = useAddress('erledigte');
  const [warum] = useAddress('warum');
  const isOver = (state: string): boolean => state === 'done' || state === 'cancelled';
  const all = [...journey.deadlines].sort((a, b) => a.due.localeCompare(b.due));
  const going = all.filter(({ state }) => !isOver(state));
  const shown = over === 'ja' ? all : all.filter(({ id, state }) => !isOver(state) || id === warum);
  const hidden = all.length - going.length;
  return (
    <Block
      title={say('deadlinesTitle', { n: going.length })}
      aside={
        <span className={styles.asides}>
          <Differs
            in={({ deadlines }) =>
              deadlines.map(({ id, due, state, verified }) => [id, due, state, verified])
            }
          />
          {hidden > 0 && (
            <Button
              variant="subtle"
              size="compact-sm"
              aria-pressed={over === 'ja'}
              onClick={() => showOver(over === 'ja' ? undefined : 'ja')}
            >
              {say(over === 'ja' ? 'hideOver' : 'showOver', { n: hidden })}
            </Button>
          )}
        </span>
      }
    >
      {shown.length === 0 ? (
        <p>{say('deadlinesNone')}</p>
      ) : (
        <table className={styles.table}>
          <caption className="visually-hidden">{say('deadlinesCaption')}</caption>
          <thead className="visually-hidden">
            <tr>
              <th scope="col">{say('day')}</th>
              <th scope="col">{say('deadline')}</th>
              <th scope="col">{say('state')}</th>
              <th scope="col">{say('why')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((deadline) => (
              <DeadlineRow key={deadline.id} deadline={deadline} />
            ))}
          </tbody>
        </table>
      )}
    </Block>
  );
}
