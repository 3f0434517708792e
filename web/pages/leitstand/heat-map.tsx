import { useRef, useState, type KeyboardEvent } from 'react';
import type { HorizonFigures } from '../../../contract/pages/figures.js';
import { say } from '../../texts/leitstand.js';
import { weekInWords } from '../../time/days.js';
import { addressOfCell } from '../../parts/figures/address-of-deadlines.js';
import { HeatCell } from './heat-cell.js';
import { HeatHead } from './heat-head.js';
import { cellAfter, firstCell, type Place } from './heat-keys.js';
import styles from './heat.module.css';

/** So many shades. */
const shades = 5;

/** Deadlines by kind and week: a number in each cell, and behind it a shade. Arrows move in it, Enter opens. */
export function HeatMap({ figures: { weeks, kinds }, isPast }: { figures: HorizonFigures; isPast: boolean }) {
  const table = useRef<HTMLTableElement>(null);
  const [chosen, choose] = useState<Place>();
  const rows = kinds.map((kind) => ({ ...kind, cells: [...kind.weeks, kind.undated] }));
  const opens = rows.map(({ cells }) => cells.map((cell) => !isPast && (cell?.count ?? 0) > 0));
  const most = Math.max(1, ...kinds.flatMap(({ weeks: cells }) => cells.map(({ count }) => count)));
  // a number that has become none is left for the first that is one
  const current = chosen && opens[chosen.row]?.[chosen.column] ? chosen : firstCell(opens);
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = current && cellAfter(event.key, current, opens);
    if (!next || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    choose(next);
    table.current?.querySelector<HTMLElement>(`[data-cell="${next.row}.${next.column}"]`)?.focus();
  };
  return (
    <div className={styles.region} tabIndex={isPast ? 0 : -1} role="region" aria-label={say('horizon')}>
      <table ref={table} className={styles.table} onKeyDown={onKeyDown}>
        <caption className="visually-hidden">{say(isPast ? 'horizonPastCaption' : 'horizonCaption')}</caption>
        <HeatHead weeks={weeks} />
        <tbody>
          {rows.map(({ key, label, cells }, row) => (
            <tr key={key}>
              <th scope="row">{label}</th>
              {cells.map((cell, column) => (
                <HeatCell
                  key={weeks[column]?.monday ?? 'undated'}
                  at={`${row}.${column}`}
                  count={cell?.count ?? 0}
                  to={cell && !isPast ? addressOfCell(cell.query) : undefined}
                  label={labelOf(label, weeks[column], cell?.count ?? 0)}
                  shade={weeks[column] ? Math.ceil(((cell?.count ?? 0) / most) * shades) : 0}
                  isCurrent={current?.row === row && current.column === column}
                  onFocus={() => choose({ row, column })}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** `Aufenthaltspapier, KW 50, 7. bis 13. Dezember, 3 Fristen` */
const labelOf = (kind: string, week: HorizonFigures['weeks'][number] | undefined, n: number): string =>
  week
    ? say('cell', { kind, where: say('inWeek', { n: week.number, days: weekInWords(week.monday) }), n })
    : say('cellUndated', { kind, where: say('undated'), n });
