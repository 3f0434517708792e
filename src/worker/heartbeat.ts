import type { Sql } from '../database/sql.js';
import type { Relay } from '../relay/relay.js';
import { repeat } from '../repeat.js';

const everyMs = 5000;

/** Writes that worker and relay are alive; the health page calls them down when it has not for a while. */
export function beat(sql: Sql, relay: Pick<Relay, 'reaches'>): { stop(): Promise<void> } {
  // Everything goes by the database's clock; by how much this machine's differs is told on the health page.
  const once = (part: string): Promise<unknown> =>
    sql.query(
      `INSERT INTO rm.heartbeat AS h (part, at, detail)
       SELECT $1, now(), jsonb_build_object('clockAheadSeconds',
                round($2::numeric / 1000 - extract(epoch FROM clock_timestamp()))::bigint)
       ON CONFLICT (part) DO UPDATE SET at = excluded.at, detail = h.detail || excluded.detail`,
      [part, Date.now()],
    );
  return repeat(async () => {
    await once('worker').catch(() => undefined); // a database that is away is in the health page anyway
    if (relay.reaches) await once('relay').catch(() => undefined);
  }, everyMs);
}
