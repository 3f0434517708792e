import { Button, Skeleton } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import { Refused } from '../api/problem.js';
import { say } from '../texts/common.js';
import { useLate } from './use-late.js';
import styles from './block.module.css';

interface BlockProps {
  title: string;
  /** Beside the title, on the right. */
  aside?: ReactNode;
  /** As many lines as the block will have, so that nothing jumps when it is there. */
  lines?: number;
  query?: { isPending: boolean; error: unknown; refetch: () => unknown; data?: unknown };
  children: ReactNode;
}

/** A part of a page with a heading. It loads and fails alone. */
export function Block({ title, aside, lines = 3, query, children }: BlockProps) {
  const id = useId();
  return (
    <section className={styles.block} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id}>{title}</h2>
        {aside}
      </div>
      {query === undefined || query.data !== undefined ? (
        children
      ) : query.error ? (
        <BlockFailed error={query.error} retry={() => void query.refetch()} />
      ) : (
        <Loading lines={lines} retry={() => void query.refetch()} />
      )}
    </section>
  );
}

/** What failed, what can be done, and what technicians want to know. */
export function BlockFailed({ error, retry }: { error: unknown; retry: () => void }) {
  const refused = error instanceof Refused ? error : undefined;
  return (
    <div role="alert" className={styles.failed}>
      <p>{refused?.status === 404 ? say('notFound') : (refused?.message ?? say('failed'))}</p>
      <Button variant="default" onClick={retry}>
        {say('retry')}
      </Button>
      {refused && (
        <p>
          <small>{say('errorCode', { code: refused.code, id: refused.body.requestId ?? '' })}</small>
        </p>
      )}
    </div>
  );
}

/** Nothing for a moment, then the shape of what comes, then that it takes long. */
export function Loading({ lines, retry }: { lines: number; retry: () => void }) {
  const shown = useLate(150);
  const late = useLate(4000);
  return (
    <div aria-busy="true" style={{ minHeight: `${lines * 36}px` }}>
      {shown &&
        Array.from({ length: lines }, (_, at) => <Skeleton key={at} height={24} mb={12} animate={false} />)}
      {late && (
        <p role="status">
          {say('loadingLong')}{' '}
          <Button variant="default" size="compact-sm" onClick={retry}>
            {say('reload')}
          </Button>
        </p>
      )}
    </div>
  );
}
