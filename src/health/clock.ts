import type { Notice } from '../../contract/routes/health.js';
import type { Sql } from '../database/sql.js';

const toleratedSeconds = 60;

/**
 * Whether the clock of the worker's machine differs from the database's by more than a minute: by how many seconds.
 * Nothing is done by it, but log lines bear its times, and TLS and tokens of others may be refused.
 */
export async function clockNotice(sql: Sql): Promise<Notice | undefined> {
  const { rows } = await sql.query<{ ahead: number }>(
    `SELECT (detail->>'clockAheadSeconds')::int AS ahead FROM rm.heartbeat
      WHERE part = 'worker' AND at > now() - interval '20 seconds'`,
  );
  const ahead = Math.abs(rows[0]?.ahead ?? 0);
  return ahead > toleratedSeconds ? { code: 'clock_differs', count: ahead } : undefined;
}
