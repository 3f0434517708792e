import { setTimeout as wait } from 'node:timers/promises';
import type { Sql } from '../database/sql.js';
import type { Relay } from '../relay/relay.js';

const everyMs = 5000;

/** Writes that worker and relay are alive; the health page calls them down when it has not for a while. */
export function beat(sql: Sql, relay: Pick<Relay, 'reaches'>): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const once = (part: string): Promise<unknown> =>
    sql.query(
      `INSERT INTO rm.heartbeat (part, at) VALUES ($1, now()) ON CONFLICT (part) DO UPDATE SET at = now()`,
      [part],
    );
  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await once('worker').catch(() => undefined); // a database that is away is in the health page anyway
      if (relay.reaches) await once('relay').catch(() => undefined);
      await wait(everyMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };
  const ended = run();
  return {
    async stop() {
      stopping.abort();
      await ended;
    },
  };
}
