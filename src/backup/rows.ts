import type pg from 'pg';
import { listed, quoted } from './tables.js';

/** What makes text of values, and values of text again, the same on every server. */
export const exactText = `SET bytea_output = 'hex'; SET timezone = 'UTC'; SET extra_float_digits = 3; SET statement_timeout = 0;
  SET idle_in_transaction_session_timeout = 0`;

/** In characters; so much is fetched at once. */
const wanted = 1_000_000;
const mostRows = 2000;

/**
 * Every row of a table as one line of JSON, written by the database: nothing is rounded on the way. Within a
 * transaction only.
 */
export async function* rowsAsJson(
  client: pg.Client,
  table: string,
  columns: readonly string[],
): AsyncGenerator<string> {
  await client.query(`
    DECLARE rows NO SCROLL CURSOR FOR
     SELECT row_to_json(t)::text AS line FROM (SELECT ${listed(columns)} FROM ${quoted(table)}) t`);
  let count = 10; // a row may be a whole register
  for (;;) {
    const { rows } = await client.query<{ line: string }>(`FETCH ${count} FROM rows`);
    if (rows.length === 0) break;
    yield* rows.map(({ line }) => line);
    const size = rows.reduce((sum, { line }) => sum + line.length, 0) / rows.length;
    count = Math.max(1, Math.min(mostRows, Math.floor(wanted / size)));
  }
  await client.query('CLOSE rows');
}

/** Puts rows back that `rowsAsJson` gave; columns that they don't have get their defaults. */
export async function insertRows(
  client: pg.Client,
  table: string,
  columns: readonly string[],
  lines: readonly string[],
): Promise<void> {
  const names = listed(columns);
  await client.query(
    `INSERT INTO ${quoted(table)} (${names}) SELECT ${names} FROM json_populate_recordset(NULL::${quoted(table)}, $1)`,
    [`[${lines.join(',')}]`],
  );
}
