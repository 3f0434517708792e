import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { Link } from 'react-router';
import type { MessageFigures } from '../../../contract/pages/messages.js';
import { reads } from '../../api/reads.js';
import { BlockFailed, Loading } from '../../parts/block.js';
import { News } from '../../parts/steady/news.js';
import { useSteadyList } from '../../parts/steady/use-steady-list.js';
import { say } from '../../texts/post-out.js';
import { PostTable } from './post-table.js';
import type { Wanted } from './use-wanted.js';
import styles from './post-out.module.css';

/** So many at once are read by nobody, and drawn in a moment. */
const atOnce = '100';

interface PostProps {
  tab: MessageFigures['tabs'][number];
  wanted: Wanted;
}

/** The messages of one tab, page by page, standing still while the server says new things. */
export function Post({ tab, wanted }: PostProps) {
  const { searched, cursor } = wanted;
  const asked = { ...tab.query, q: searched.trim(), limit: atOnce, cursor };
  const query = useQuery(reads.post(asked));
  const { rows, news, show } = useSteadyList(JSON.stringify(asked), {
    data: query.data?.items,
    isPlaceholderData: query.isPlaceholderData,
  });
  const place = useRef<HTMLDivElement>(null);
  const isFiltered = searched !== '' || Object.keys(wanted.filters).length > 0;
  const next = query.data?.nextCursor ?? undefined;
  return (
    <section aria-label={say(`tab_${tab.key}`)}>
      <p className={styles.dimmed}>{say(`about_${tab.key}`)}</p>
      <div className={styles.line}>
        {/* with a searched name the server counts by the page alone */}
        <span role="status">{searched === '' && say('listed', { n: tab.count })}</span>
        <News
          n={news}
          onShow={() => {
            show();
            place.current?.focus();
          }}
        />
      </div>
      <div ref={place} tabIndex={-1}>
        {rows === undefined && query.error ? (
          <BlockFailed error={query.error} retry={() => void query.refetch()} />
        ) : rows === undefined ? (
          <Loading lines={8} retry={() => void query.refetch()} />
        ) : rows.length === 0 ? (
          <p>{say(isFiltered ? 'noneFiltered' : tab.key === 'today' ? 'noneToday' : 'none')}</p>
        ) : (
          <PostTable rows={rows} wanted={wanted} caption={say(`tab_${tab.key}`)} />
        )}
      </div>
      <div className={styles.line}>
        {cursor !== undefined && (
          <Button component={Link} variant="default" to={wanted.to(tab.key)} state={{ searched }}>
            {say('first')}
          </Button>
        )}
        {next !== undefined && (
          <Button component={Link} variant="default" to={wanted.to(tab.key, next)} state={{ searched }}>
            {say('next')}
          </Button>
        )}
      </div>
    </section>
  );
}
