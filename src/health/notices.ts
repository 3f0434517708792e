import type { Notice } from '../../contract/routes/health.js';
import { foldVersion } from '../../domain/journey/state.js';
import type { Sql } from '../database/sql.js';
import { recoveryProgress } from '../recovery/progress.js';
import { within } from './parts.js';

/** Looks for one thing that is not as it should be, in the database alone; `undefined` where all is well. */
export type Look = (sql: Sql) => Promise<Notice | undefined>;

/** One more is one line here, a code in the contract and a sentence in docs/operating.md and on the page. */
const looks: readonly Look[] = [refolding, recovering];

/** What is not as it should be though every part is up. A database that is away is told by its part, not here. */
export async function noticesOf(sql: Sql): Promise<Notice[]> {
  const found = await Promise.all(looks.map((look) => within(look(sql))));
  return found.filter((notice) => notice !== undefined);
}

/** Journeys whose row an older fold wrote: read and written all the same, folded again in the background. */
async function refolding(sql: Sql): Promise<Notice | undefined> {
  const { rows } = await sql.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM rm.journey WHERE fold_version < $1',
    [foldVersion],
  );
  const count = rows[0]?.count ?? 0;
  return count > 0 ? { code: 'refolding', count } : undefined;
}

/** Journeys of which no workflow has heard since the recovery that began then. */
async function recovering(sql: Sql): Promise<Notice | undefined> {
  const { left, since } = await recoveryProgress(sql);
  return left > 0 ? { code: 'recovering', count: left, ...(since !== null && { since }) } : undefined;
}
