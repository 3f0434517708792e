import { useVirtualizer, defaultRangeExtractor, type Range } from '@tanstack/react-virtual';
import { useCallback, useMemo, useRef } from 'react';
import { useMe, useWords, type Listed } from '../../api/reads.js';
import type { SteadyRow } from '../../parts/steady/use-steady-list.js';
import { useColleagues } from '../../parts/use-colleagues.js';
import { say } from '../../texts/journeys.js';
import { Head } from './head.js';
import { JourneyRow } from './journey-row.js';
import styles from './journeys.module.css';
import { useReturn, useLeftAt } from './use-return.js';
import { useRows } from './use-rows.js';
import type { Selection } from './use-selection.js';
import type { Wanted } from './use-wanted.js';

/** From so many rows on only those in sight are there. */
const virtualFrom = 100;
const rowRem = { compact: 2.25, comfortable: 2.75 };
/** As high as the head: nothing that gets the focus lies under it. */
const headPx = 48;

interface JourneyTableProps {
  rows: readonly SteadyRow<Listed>[];
  wanted: Wanted;
  selection: Selection;
  isBusy: boolean;
}

/** Everybody in a table whose head and first column stay in sight. */
export function JourneyTable({ rows, wanted, selection, isBusy }: JourneyTableProps) {
  const me = useMe();
  const words = useWords();
  const region = useRef<HTMLDivElement>(null);
  const { nameOf } = useColleagues();
  const density = me.settings.density ?? 'comfortable';
  const ids = useMemo(() => rows.map(({ item }) => item.id), [rows]);
  const isVirtual = rows.length >= virtualFrom;
  const currentIndex = useRef(0);
  // the same functions each time: with others every row would be measured anew
  const rowPx = rowRem[density] * rootPx();
  const estimateSize = useCallback(() => rowPx, [rowPx]);
  const getItemKey = useCallback((index: number) => ids[index] ?? index, [ids]);
  const virtual = useVirtualizer({
    count: rows.length,
    enabled: isVirtual,
    getScrollElement: () => region.current,
    estimateSize,
    getItemKey,
    overscan: 8,
    scrollPaddingStart: headPx,
    // the row that Tab reaches is there wherever the reader has scrolled to
    rangeExtractor: (range: Range) =>
      [...new Set([...defaultRangeExtractor(range), currentIndex.current])]
        .filter((index) => index < rows.length)
        .sort((one, other) => one - other),
  });
  const bring = useCallback(
    (index: number) => {
      currentIndex.current = index;
      if (isVirtual) virtual.scrollToIndex(index);
    },
    [isVirtual, virtual],
  );
  const onPeek = (id: string): void => wanted.beside({ peeked: id });
  const { current, at } = useRows(region, { ids, bring, begin: useLeftAt(), selection, onPeek });
  currentIndex.current = current;
  useReturn(region, ids[current]);

  const shown = isVirtual ? virtual.getVirtualItems() : rows.map((_, index) => ({ index, start: 0, end: 0 }));
  const columns = useSame(wanted.columns);
  let filled = 0;
  return (
    <div
      ref={region}
      className={styles.region}
      role="region"
      aria-label={say('title')}
      tabIndex={0}
      data-list
      data-density={density}
    >
      <table
        className={styles.table}
        aria-busy={isBusy}
        aria-rowcount={isVirtual ? rows.length + 1 : undefined}
        onFocus={({ target }) => {
          const row = target.closest<HTMLElement>('[data-row]');
          if (row?.dataset.row !== undefined) at(row.dataset.row);
        }}
      >
        <caption className="visually-hidden">{say('caption', { sort: say(`sort_${wanted.sort}`) })}</caption>
        <Head wanted={wanted} selection={selection} />
        <tbody>
          {shown.flatMap(({ index, start, end }) => {
            const row = rows[index];
            const gap = start - filled;
            filled = end;
            return [
              gap > 0 && <Gap key={`before ${index}`} height={gap} />,
              row && (
                <JourneyRow
                  key={row.item.id}
                  row={row}
                  index={index}
                  isCurrent={index === current}
                  columns={columns}
                  isChosen={selection.has(row.item.id)}
                  onToggle={selection.toggle}
                  coachName={nameOf}
                  words={words}
                  measure={isVirtual ? virtual.measureElement : undefined}
                />
              ),
            ];
          })}
          {isVirtual && <Gap height={virtual.getTotalSize() - filled} />}
        </tbody>
      </table>
    </div>
  );
}

/** The same array as long as it says the same. */
function useSame<Item>(items: readonly Item[]): readonly Item[] {
  const last = useRef(items);
  if (last.current.join() !== items.join()) last.current = items;
  return last.current;
}

/** The room of rows that are not there. */
const Gap = ({ height }: { height: number }) => (
  <tr aria-hidden className={styles.gap}>
    <td style={{ height }} />
  </tr>
);

const rootPx = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
