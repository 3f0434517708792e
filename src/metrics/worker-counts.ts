import { setTimeout as wait } from 'node:timers/promises';
import type { Sql } from '../database/sql.js';
import type { Counters, Sample } from './counters.js';

const everyMs = 5000;

/**
 * Adds what a worker counts to the database, where any API shows it: the worker has no port. Several workers add to
 * the same figures, so these never fall; what was counted in the seconds before a kill is missing.
 */
export function shareCounts(sql: Sql, counters: Counters): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const shared = new Map<string, number>();
  const share = async (): Promise<void> => {
    const news = counters.all
      .map(({ family, line, value }) => ({ family, line, value, more: value - (shared.get(line) ?? 0) }))
      .filter(({ line, more }) => more > 0 || !shared.has(line));
    if (news.length === 0) return;
    await addCounts(sql, news);
    for (const { line, value } of news) shared.set(line, value);
  };
  const run = async (): Promise<void> => {
    do {
      await wait(everyMs, undefined, { signal: stopping.signal }).catch(() => undefined);
      await share().catch(() => undefined); // told the next time
    } while (!stopping.signal.aborted);
  };
  const ended = run();
  return {
    async stop() {
      stopping.abort();
      await ended;
    },
  };
}

async function addCounts(
  sql: Sql,
  news: readonly { family: string; line: string; more: number }[],
): Promise<void> {
  await sql.query(
    `INSERT INTO rm.worker_count AS c (line, family, value)
     SELECT n.line, n.family, n.more FROM jsonb_to_recordset($1) AS n(line text, family text, more float8)
      ORDER BY n.line
     ON CONFLICT (line) DO UPDATE SET value = c.value + excluded.value`,
    [JSON.stringify(news)],
  );
}

/** What all workers have counted. */
export async function workerCounts(sql: Sql): Promise<Sample[]> {
  const { rows } = await sql.query<Sample>({
    name: 'worker-counts',
    text: 'SELECT family, line, value FROM rm.worker_count',
    values: [],
  });
  return rows;
}
