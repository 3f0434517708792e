import type pg from 'pg';
import type { Instant } from '../../domain/time.js';
import type { Sql } from '../database/sql.js';
import { inTransaction } from '../read-models/rebuild/transaction.js';
import type { WrappedKey } from '../event-store/seal/participant-keys.js';
import { storedEventColumns, type StoredEvent } from '../event-store/stored-event.js';
import { inlineReadModels } from '../read-models/index.js';

/** A row of a table, by column, as the pool's types make it. */
export type Row = Readonly<Record<string, unknown>>;

/** All that is stored of a journey or an account, as of one instant. */
export interface StoredStream {
  id: string;
  /** `undefined` where no stream has this id. */
  type: 'journey' | 'account' | undefined;
  /** See es.broken_at. */
  brokenAt: number | null;
  events: StoredEvent[];
  /** The keys of the participant who owns the events. */
  keys: WrappedKey[];
  /** The row in `rm.journey`. */
  row: Row | undefined;
  /** The rows in the other read models, `staff_mail` included, by the model's name. */
  models: Readonly<Record<string, Row[]>>;
}

/** Streams as of one instant of the database's clock. */
export interface Snapshot {
  streams: StoredStream[];
  databaseNow: Instant;
}

/**
 * Does some work in one transaction of one snapshot, so that what is compared was never written in between. It is read
 * only and short: whoever computes does so afterwards.
 */
export const inSnapshot = <Result>(pool: pg.Pool, work: (sql: Sql) => Promise<Result>): Promise<Result> =>
  inTransaction(pool, 'ISOLATION LEVEL REPEATABLE READ READ ONLY', work);

/** Reads everything that is stored under these ids; to be called within one snapshot. */
export async function readStreams(sql: Sql, ids: readonly string[]): Promise<Snapshot> {
  const { rows: heads } = await sql.query<Head>(
    `SELECT i.id, s.stream_type AS type, es.broken_at(i.id) AS "brokenAt",
            date_trunc('milliseconds', clock_timestamp()) AS "databaseNow"
       FROM unnest($1::uuid[]) AS i(id) LEFT JOIN es.stream s ON s.stream_id = i.id ORDER BY i.id`,
    [ids],
  );
  const events = await byStream<StoredEvent>(
    sql,
    `SELECT e.stream_id AS stream, ${storedEventColumns} FROM es.event e WHERE e.stream_id = ANY ($1) ORDER BY e.version`,
    ids,
  );
  const keys = await byStream<WrappedKey>(
    sql,
    `SELECT o.stream_id AS stream, k.class, k.number, encode(k.wrapped, 'base64') AS wrapped
       FROM (SELECT DISTINCT stream_id, owner_id FROM es.event WHERE stream_id = ANY ($1)) o
       JOIN es.participant_key k ON k.participant_id = o.owner_id ORDER BY k.class, k.number`,
    ids,
  );
  const journeys = await byStream<Row>(
    sql,
    `SELECT *, id AS stream, '\\x' || encode(external_id_hmac, 'hex') AS external_id_hmac
       FROM rm.journey WHERE id = ANY ($1)`,
    ids,
  );
  const models = await readModels(sql, ids);
  const streams = heads.map(({ id, type, brokenAt }): StoredStream => ({
    id,
    type: type ?? undefined,
    brokenAt,
    events: events.get(id) ?? [],
    keys: keys.get(id) ?? [],
    row: journeys.get(id)?.[0],
    models: Object.fromEntries([...models].map(([name, rows]) => [name, rows.get(id) ?? []])),
  }));
  return { streams, databaseNow: heads[0]?.databaseNow ?? '' };
}

interface Head {
  id: string;
  type: 'journey' | 'account' | null;
  brokenAt: number | null;
  databaseNow: Instant;
}

async function readModels(sql: Sql, ids: readonly string[]): Promise<Map<string, Map<string, Row[]>>> {
  const models = new Map<string, Map<string, Row[]>>();
  for (const { name } of inlineReadModels) {
    const all = `SELECT *, journey_id AS stream FROM rm.${name} WHERE journey_id = ANY ($1)`;
    models.set(name, await byStream<Row>(sql, all, ids));
  }
  const mails = `SELECT *, account_id AS stream FROM rm.staff_mail WHERE account_id = ANY ($1)`;
  return models.set('staff_mail', await byStream<Row>(sql, mails, ids));
}

/** The rows of a query by the stream that they belong to, which its column `stream` names. */
async function byStream<Found extends object>(
  sql: Sql,
  text: string,
  ids: readonly string[],
): Promise<Map<string, Found[]>> {
  const { rows } = await sql.query<Found & { stream?: string }>(text, [ids]);
  const sorted = new Map<string, Found[]>();
  for (const { stream = '', ...row } of rows) {
    const known = sorted.get(stream);
    if (known) known.push(row as unknown as Found);
    else sorted.set(stream, [row as unknown as Found]);
  }
  return sorted;
}
