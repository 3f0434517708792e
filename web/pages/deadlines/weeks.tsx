import { startTransition, useEffect, useId, useState } from 'react';
import type { DeadlineItem, TaskItem } from '../../../contract/pages/lists.js';
import type { SteadyRow } from '../../parts/steady/use-steady-list.js';
import { say } from '../../texts/deadlines.js';
import { mondayOf, weekInWords, weekNumber } from '../../time/days.js';
import { DeadlineRow } from './deadline-row.js';
import rowsStyles from '../../parts/rows/rows.module.css';

type Row = SteadyRow<DeadlineItem | TaskItem>;

/** So many groups fill a screen; the others are drawn one by one, so that a key is answered in between. */
const atOnce = 2;

/** Rows under their weeks; what has no day stands together. */
export function Weeks({ rows }: { rows: readonly Row[] }) {
  const weeks = [...new Set(rows.map(weekOf))].sort();
  const [drawn, setDrawn] = useState(atOnce);
  useEffect(() => {
    if (drawn < weeks.length) startTransition(() => setDrawn(drawn + 1));
  }, [drawn, weeks.length]);
  return (
    <>
      {weeks.slice(0, drawn).map((week) => (
        <Week key={week} monday={week} rows={rows.filter((row) => weekOf(row) === week)} />
      ))}
    </>
  );
}

/** The Monday of the week in which it is due; nothing where it has no day. */
const weekOf = ({ item }: Row): string => ('rule' in item ? mondayOf(item.due) : '');

function Week({ monday, rows }: { monday: string; rows: readonly Row[] }) {
  const id = useId();
  return (
    <section className={rowsStyles.group} aria-labelledby={id}>
      <h2 id={id}>
        {monday === ''
          ? say('groupUndated')
          : say('group', { n: weekNumber(monday), days: weekInWords(monday) })}{' '}
        <span className={rowsStyles.count}>({rows.length})</span>
      </h2>
      <ul className={rowsStyles.rows}>
        {rows.map((row) => (
          <DeadlineRow key={row.item.id} row={row} />
        ))}
      </ul>
    </section>
  );
}
