import { memo, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { ListColumn } from '../../../contract/pages/list-filters.js';
import type { ProgrammeWords } from '../../../contract/pages/words.js';
import type { Listed } from '../../api/reads.js';
import { nameOf, PersonName } from '../../parts/person-name.js';
import type { SteadyRow } from '../../parts/steady/use-steady-list.js';
import { say } from '../../texts/journeys.js';
import { Cell, isFull } from './cells.js';
import { seenByColleagues } from './columns.js';
import styles from './journeys.module.css';

interface JourneyRowProps {
  row: SteadyRow<Listed>;
  /** Its place among all rows, for a table of which only a part is there. */
  index: number;
  isCurrent: boolean;
  columns: readonly ListColumn[];
  isChosen: boolean;
  onToggle: (id: string) => void;
  coachName: (email: string) => string;
  words: ProgrammeWords;
  measure?: ((row: HTMLElement | null) => void) | undefined;
}

/** Somebody in the table, drawn anew only when something is different. Of a colleague's people only what the list may say. */
export const JourneyRow = memo(function JourneyRow(props: JourneyRowProps) {
  const { row, index, isCurrent, columns, isChosen, onToggle, measure } = props;
  const { item, gone, changed } = row;
  const full = isFull(item);
  return (
    <tr
      ref={measure}
      data-index={index}
      data-row={item.id}
      data-gone={gone || undefined}
      data-changed={changed || undefined}
      data-colleague={!full || undefined}
      data-chosen={isChosen || undefined}
      aria-rowindex={measure && index + 2}
    >
      <th scope="row">
        <div className={styles.who}>
          <input
            type="checkbox"
            className={styles.tick}
            aria-label={say('select', { name: nameOf(item.name) })}
            tabIndex={isCurrent ? 0 : -1}
            disabled={!full || gone}
            checked={isChosen}
            onChange={() => onToggle(item.id)}
          />
          <Link to={`/teilnehmende/${item.id}`} tabIndex={isCurrent ? 0 : -1}>
            <PersonName of={item.name} sorted />
          </Link>
          {gone && <small className={styles.mark}>{say('gone')}</small>}
          {changed && <small className={styles.mark}>{say('changed')}</small>}
        </div>
      </th>
      {full
        ? columns.map((key) => <Cell key={key} {...props} column={key} item={item} />)
        : reduced(columns, props)}
    </tr>
  );
});

/** What is not the reader's to see is one cell wherever it stands, and said once. */
function reduced(columns: readonly ListColumn[], props: JourneyRowProps): ReactNode {
  const { item } = props.row;
  const cells: ReactNode[] = [];
  let isSaid = false;
  for (let at = 0; at < columns.length;) {
    const key = columns[at];
    if (key === undefined) break;
    if (seenByColleagues.includes(key)) {
      cells.push(<Cell key={key} {...props} column={key} item={item} />);
      at += 1;
      continue;
    }
    const next = columns.findIndex((each, index) => index > at && seenByColleagues.includes(each));
    const end = next === -1 ? columns.length : next;
    cells.push(
      <td key={key} colSpan={end - at}>
        {isSaid ? '–' : say('colleagueOnly')}
      </td>,
    );
    isSaid = true;
    at = end;
  }
  return cells;
}
