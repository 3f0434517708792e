import type { MessageItem } from '../../../contract/pages/messages.js';
import { useMe } from '../../api/reads.js';
import type { SteadyRow } from '../../parts/steady/use-steady-list.js';
import { say } from '../../texts/post-out.js';
import { PostRow } from './post-row.js';
import type { Wanted } from './use-wanted.js';
import styles from './post-out.module.css';

interface PostTableProps {
  rows: readonly SteadyRow<MessageItem>[];
  wanted: Wanted;
  caption: string;
}

/** Messages in a table: when, to whom, in which language, what for, and where it stands. */
export function PostTable({ rows, wanted, caption }: PostTableProps) {
  const withCoach = useMe().role === 'coordinator';
  const columns = [
    'when',
    'to',
    ...(withCoach ? (['coach'] as const) : []),
    'channel',
    'language',
    'cause',
    'state',
    'details',
  ] as const;
  return (
    <div className={styles.scroll} role="region" aria-label={caption} tabIndex={0}>
      <table className={styles.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {say(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <PostRow
              key={row.item.id}
              row={row}
              withCoach={withCoach}
              columns={columns.length}
              isOpen={wanted.opened === row.item.id}
              onToggle={() => wanted.open(wanted.opened === row.item.id ? undefined : row.item.id)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
