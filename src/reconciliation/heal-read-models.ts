import type { Sql } from '../database/sql.js';
import { journeyColumns } from '../read-models/journey/journey-row.js';
import { mailRows, wrongKeys } from './checks/read-model.js';
import type { LookParts } from './look.js';
import { opened, type OpenedStream } from './opened-stream.js';
import { inSnapshot, readStreams, type Row } from './stored-stream.js';

/** The database's words for: somebody else was faster. */
const wasFaster = ['40001', '23505'];
const maximumTries = 5;

/**
 * Makes the rows of journeys, and of accounts' mails, what their log says; rows that are right stay as they are. A log
 * that is not whole, or can't be opened, is left alone.
 */
export async function healReadModels(parts: LookParts, ids: readonly string[]): Promise<void> {
  for (const id of ids)
    await insist(() => inSnapshot(parts.sql, (sql) => healOne(parts, sql, id), 'READ WRITE'));
}

async function insist(heal: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await heal();
    } catch (error) {
      const { code = '' } = error as { code?: string };
      if (!wasFaster.includes(code) || attempt === maximumTries) throw error;
    }
  }
}

async function healOne(parts: LookParts, sql: Sql, id: string): Promise<void> {
  // commands write this row with their append: until we are done they wait, and if one was faster we begin again
  await sql.query('SELECT FROM rm.journey WHERE id = $1 FOR UPDATE', [id]);
  const { streams, databaseNow } = await readStreams(sql, [id]);
  const now = await parts.clock.at(databaseNow);
  const context = { ...parts, generation: await parts.generation(), now };
  for (const stream of streams
    .filter(({ brokenAt }) => brokenAt === null)
    .map((each) => opened(each, context))) {
    if (stream.journey) await writeJourney(sql, stream.journey);
    for (const [name, rows] of Object.entries(wantedRows(stream))) await writeRows(sql, stream, name, rows);
  }
}

function wantedRows({ id, journey, mails }: OpenedStream): Record<string, Row[]> {
  return mails ? { staff_mail: mailRows(id, mails) } : ((journey?.models ?? {}) as Record<string, Row[]>);
}

async function writeJourney(sql: Sql, { row }: NonNullable<OpenedStream['journey']>): Promise<void> {
  const set = journeyColumns.map((name) => `${name} = excluded.${name}`).join(', ');
  await sql.query(
    `INSERT INTO rm.journey (${journeyColumns.join(', ')}, news, bulk)
     SELECT ${journeyColumns.map((name) => `r.${name}`).join(', ')}, 'agendaChanged', true
       FROM jsonb_populate_record(NULL::rm.journey, $1) r
     ON CONFLICT (id) DO UPDATE SET ${set}`,
    [JSON.stringify(row)],
  );
}

/** An account's rows share their key with other accounts'; a journey's are found by it wherever they have got to. */
async function writeRows(
  sql: Sql,
  { id, models }: OpenedStream,
  name: string,
  rows: readonly Row[],
): Promise<void> {
  const wrong = wrongKeys(models[name] ?? [], rows);
  if (wrong.length === 0) return;
  const [one = {}] = [...rows, ...(models[name] ?? [])];
  const column = 'id' in one ? 'id' : 'key';
  const own = 'account_id' in one ? 'account_id = $2' : '$2::uuid IS NOT NULL';
  await sql.query(`DELETE FROM rm.${name} WHERE ${column}::text = ANY ($1) AND ${own}`, [wrong, id]);
  await sql.query(
    `INSERT INTO rm.${name} SELECT * FROM jsonb_populate_recordset(NULL::rm.${name}, $2) r
      WHERE r.${column}::text = ANY ($1)`,
    [wrong, JSON.stringify(rows)],
  );
}
