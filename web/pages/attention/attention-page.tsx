import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { reads, useMe } from '../../api/reads.js';
import { BlockFailed, Loading } from '../../parts/block.js';
import { useRowKeys } from '../../parts/rows/use-row-keys.js';
import { News } from '../../parts/steady/news.js';
import { useSteadyList } from '../../parts/steady/use-steady-list.js';
import { useTitle } from '../../parts/use-title.js';
import { say } from '../../texts/attention.js';
import { Figures } from './figures.js';
import { FilterBar } from './filter-bar.js';
import { askedFor, filtersIn } from './filters.js';
import { FlagGroups } from './flag-groups.js';
import styles from './attention.module.css';

/** Who needs attention, and why: numbers, the list that each opens, and what can be done. */
export function AttentionPage() {
  useTitle(say('title'));
  const me = useMe();
  const [search] = useSearchParams();
  const filters = askedFor(filtersIn(search));
  const query = useQuery(reads.flags(filters));
  const list = useSteadyList(JSON.stringify(filters), query);
  // what stands beneath the numbers comes when they are there: nothing is pushed down
  const [counted, setCounted] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  useRowKeys(place);
  const filtered = Object.keys(filtersIn(search)).length > 0;
  return (
    <>
      <h1>{say('heading')}</h1>
      <p className={styles.scope}>{say(me.role === 'coach' ? 'ofYours' : 'ofRegion')}</p>
      <Figures filters={filters} onThere={() => setCounted(true)} />
      {counted && (
        <>
          <FilterBar />
          <p role="status" className={styles.listed}>
            {list.rows && say('listed', { n: list.rows.filter(({ gone }) => !gone).length })}
          </p>
          <News n={list.news} onShow={list.show} />
          <div ref={place}>
            {list.rows === undefined && query.error && (
              <BlockFailed error={query.error} retry={() => void query.refetch()} />
            )}
            {list.rows === undefined && !query.error && (
              <Loading lines={8} retry={() => void query.refetch()} />
            )}
            {list.rows?.length === 0 && <p>{say(filtered ? 'emptyFilter' : 'empty')}</p>}
            {list.rows && <FlagGroups rows={list.rows} />}
          </div>
        </>
      )}
    </>
  );
}
