import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { createPool } from '../../../src/database/pool.js';
import { testDatabase } from '../../support/database.js';

/** A database with the log, and who may do what with it. */
export interface Log {
  /** The application: appends and reads. */
  app: pg.Pool;
  /** Says when something was recorded. */
  importer: pg.Pool;
  /** The superuser, who owns everything. */
  owner: pg.Pool;
  end(): Promise<void>;
}

/** A fresh log. */
export async function freshLog(): Promise<Log> {
  const database = await testDatabase();
  const app = createPool(database.url, 'app', 20);
  const importer = createPool(database.url, 'import', 4);
  const owner = new pg.Pool({ connectionString: database.adminUrl, max: 4 });
  owner.on('error', () => undefined); // the query that meets it says so
  const end = async (): Promise<void> => {
    for (const pool of [app, importer, owner]) await pool.end();
    await database.drop();
  };
  return { app, importer, owner, end };
}

/** What is to be appended; without more, one event at the start of the stream, recorded now by the database's clock. */
export interface Append {
  stream: string;
  expected?: number;
  ids?: string[];
  generation?: number;
  recordedAt?: string;
  as?: 'es.append' | 'es.append_recorded';
}

/** Appends, and gives the outcome. */
export async function append(
  sql: pg.Pool | pg.ClientBase,
  { stream, expected = 0, ids = [randomUUID()], generation, recordedAt, as = 'es.append' }: Append,
): Promise<{ outcome: string; version: number }> {
  const events = ids.map((id) => ({
    id,
    type: 'MessageSent',
    schemaVersion: 1,
    data: { key: `key of ${id}` },
    sealed: { case: 'AQ==' },
    actor: { kind: 'engine', id: 'engine' },
    commandId: id,
    correlationId: id,
    causationId: id,
    occurredAt: '2026-11-22T23:00:00.000Z',
  }));
  const { rows } = await sql.query<{ outcome: string; version: string | number }>(
    `SELECT outcome, version FROM ${as}($1, 'journey', $2, $3, $4, coalesce($5::timestamptz, clock_timestamp()), $6)`,
    [stream, stream, expected, generation ?? null, recordedAt ?? null, JSON.stringify(events)],
  );
  const { outcome, version } = rows[0] ?? { outcome: 'nothing', version: 0 };
  return { outcome, version: Number(version) };
}

/** A stream of so many events, each appended by itself. */
export async function streamOf(sql: pg.Pool, length: number): Promise<string> {
  const stream = randomUUID();
  for (let expected = 0; expected < length; expected += 1) await append(sql, { stream, expected });
  return stream;
}

/** The ids of a stream's events, in the order of their versions. */
export async function idsIn(sql: pg.Pool, stream: string): Promise<string[]> {
  const { rows } = await sql.query<{ id: string }>(
    'SELECT event_id AS id FROM es.event WHERE stream_id = $1 ORDER BY version',
    [stream],
  );
  return rows.map(({ id }) => id);
}

/** How often each outcome came. */
export function counted(results: readonly { outcome: string }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { outcome } of results) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}
