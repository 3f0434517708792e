import type { Notice } from '../../contract/routes/health.js';
import { foldVersion } from '../../domain/journey/state.js';
import type { Config } from '../config/config.js';
import type { Sql } from '../database/sql.js';
import { clockNotice } from './clock.js';
import { diskNotice } from './disk.js';
import { standingFindings } from '../reconciliation/findings-table.js';
import { lastRun } from '../reconciliation/run-table.js';
import { recoveryProgress } from '../recovery/progress.js';
import { within } from './parts.js';

/** Looks for one thing that is not as it should be; `undefined` where all is well. */
export type Look = (sql: Sql, config: Pick<Config, 'dataDir'>) => Promise<Notice | undefined>;

/** One more is one line here, a code in the contract and a sentence in docs/operating.md and on the page. */
const looks: readonly Look[] = [
  refolding,
  recovering,
  clockNotice,
  async (_sql, config) => diskNotice(config),
  differences,
  reconciliationOverdue,
];

/** What is not as it should be though every part is up. A database that is away is told by its part, not here. */
export async function noticesOf(sql: Sql, config: Pick<Config, 'dataDir'>): Promise<Notice[]> {
  const found = await Promise.all(looks.map((look) => within(look(sql, config))));
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

/** What the nightly check found and could not heal. */
async function differences(sql: Sql): Promise<Notice | undefined> {
  const count = (await standingFindings(sql)).reduce((sum, { count }) => sum + count, 0);
  return count > 0 ? { code: 'differences', count } : undefined;
}

/** The nightly check was not done for a night and half a day. */
async function reconciliationOverdue(sql: Sql): Promise<Notice | undefined> {
  const { isOverdue, finishedAt } = await lastRun(sql);
  if (!isOverdue) return undefined;
  return { code: 'reconciliation_overdue', ...(finishedAt !== null && { since: finishedAt }) };
}

/** Journeys of which no workflow has heard since the recovery that began then. */
async function recovering(sql: Sql): Promise<Notice | undefined> {
  const { left, since } = await recoveryProgress(sql);
  return left > 0 ? { code: 'recovering', count: left, ...(since !== null && { since }) } : undefined;
}
