import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';

/** How many journeys there are of which the workflow has not heard the newest. */
export async function waitingNews(db: pg.Pool): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM rm.journey WHERE armed_version < stream_version',
  );
  return rows[0]?.count ?? 0;
}

/**
 * Waits until every workflow was told; gives the seconds.
 * @param lookEveryMs less often is cheaper, more often more exact
 */
export async function untilIdle(db: pg.Pool, lookEveryMs = 200): Promise<number> {
  const began = performance.now();
  while ((await waitingNews(db)) > 0) await wait(lookEveryMs);
  return (performance.now() - began) / 1000;
}
