import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useSearchParams } from 'react-router';
import { reads, useMe } from '../../api/reads.js';
import { BlockFailed, Loading } from '../../parts/block.js';
import { useToday } from '../../parts/day/use-today.js';
import { useRowKeys } from '../../parts/rows/use-row-keys.js';
import { News } from '../../parts/steady/news.js';
import { useSteadyList } from '../../parts/steady/use-steady-list.js';
import { useTitle } from '../../parts/use-title.js';
import { say } from '../../texts/deadlines.js';
import { DeadlineChips } from './deadline-chips.js';
import { FilterBar } from './filter-bar.js';
import { askedFor, filtersIn } from './filters.js';
import { Weeks } from './weeks.js';
import styles from './deadlines.module.css';

/** The deadlines of one's journeys, week by week, and what makes each done; or where a date is missing. */
export function DeadlinesPage() {
  useTitle(say('title'));
  const me = useMe();
  const today = useToday();
  const [search] = useSearchParams();
  const filters = filtersIn(search);
  const { list, query: asked } = askedFor(filters, today);
  const query = useQuery(reads.deadlines(list, asked));
  const { rows, news, show } = useSteadyList(JSON.stringify([list, asked]), query);
  const place = useRef<HTMLDivElement>(null);
  useRowKeys(place);
  const isFiltered = Object.keys(filters).length > 0;
  const shown = rows?.filter(({ gone }) => !gone).length;
  return (
    <>
      <h1>{say('title')}</h1>
      <p className={styles.scope}>{say(me.role === 'coach' ? 'ofYours' : 'ofRegion')}</p>
      <FilterBar filters={filters} />
      <div className={styles.line}>
        <span role="status">
          {shown !== undefined && say(list === 'tasks' ? 'listedUndated' : 'listed', { n: shown })}
        </span>
        <DeadlineChips filters={filters} />
        <News
          n={news}
          onShow={() => {
            show();
            place.current?.focus();
          }}
        />
      </div>
      <div ref={place} data-list tabIndex={-1}>
        {rows === undefined && query.error ? (
          <BlockFailed error={query.error} retry={() => void query.refetch()} />
        ) : rows === undefined ? (
          <Loading lines={10} retry={() => void query.refetch()} />
        ) : rows.length === 0 ? (
          <p>{say(list === 'tasks' ? 'emptyUndated' : isFiltered ? 'emptyFiltered' : 'empty')}</p>
        ) : (
          <Weeks rows={rows} />
        )}
      </div>
    </>
  );
}
