import { startTransition, useEffect, useId, useState } from 'react';
import type { DeadlineItem, TaskItem } from '../../../contract/pages/lists.js';
import { useToday } from '../../parts/day/use-today.js';
import type { SteadyRow } from '../../parts/steady/use-steady-list.js';
import { say } from '../../texts/deadlines.js';
import { mondayOf, weekInWords, weekNumber, type Day } from '../../time/days.js';
import { DeadlineRow } from './deadline-row.js';
import rowsStyles from '../../parts/rows/rows.module.css';

type Row = SteadyRow<DeadlineItem | TaskItem>;

/** So many groups fill a screen; the others are drawn one by one, so that a key is answered in between. */
const atOnce = 2;

/** Rows under their weeks; what has no day stands together. */
export function Weeks({ rows }: { rows: readonly Row[] }) {
  const now = mondayOf(useToday());
  const weekOf = ({ item }: Row): string => groupOf(item, now);
  const weeks = [...new Set(rows.map(weekOf))].sort();
  const [drawn, setDrawn] = useState(atOnce);
  useEffect(() => {
    if (drawn < weeks.length) startTransition(() => setDrawn(drawn + 1));
  }, [drawn, weeks.length]);
  return (
    <>
      {weeks.slice(0, drawn).map((week) => (
        <Week key={week} week={week} rows={rows.filter((row) => weekOf(row) === week)} />
      ))}
    </>
  );
}

/** Sorts before every week: whose day was in an earlier one, and is open still. */
const earlier = '0';
const undated = '';

/** The Monday of the week in which it is due, or one of these. */
function groupOf(item: Row['item'], now: Day): string {
  if (!('rule' in item)) return undated;
  const monday = mondayOf(item.due);
  return item.state === 'open' && monday < now ? earlier : monday;
}

function headingOf(week: string): string {
  if (week === undated) return say('groupUndated');
  return week === earlier
    ? say('groupEarlier')
    : say('group', { n: weekNumber(week), days: weekInWords(week) });
}

function Week({ week, rows }: { week: string; rows: readonly Row[] }) {
  const id = useId();
  return (
    <section className={rowsStyles.group} aria-labelledby={id}>
      <h2 id={id}>
        {headingOf(week)} <span className={rowsStyles.count}>({rows.length})</span>
      </h2>
      <ul className={rowsStyles.rows}>
        {rows.map((row) => (
          <DeadlineRow key={row.item.id} row={row} />
        ))}
      </ul>
    </section>
  );
}
