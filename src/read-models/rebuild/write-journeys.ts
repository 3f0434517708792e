import { foldVersion } from '../../../domain/journey/state.js';
import type { Sql } from '../../database/sql.js';
import { inlineReadModels } from '../index.js';
import { journeyColumns } from '../journey/journey-row.js';
import type { JourneyChange } from './journeys.js';
import { writeRows } from './write-rows.js';

/** Writes journeys whose streams are locked. Gives the ids of those whose row a relay or a newer version holds. */
export async function writeJourneys(sql: Sql, changes: readonly JourneyChange[]): Promise<string[]> {
  const here = await holdRows(
    sql,
    changes.filter(({ isMissing }) => !isMissing),
  );
  const standing = changes.filter(({ id }) => here.has(id));
  await updateRows(
    sql,
    standing.filter(({ row }) => row),
  );
  const made = await insertRows(
    sql,
    changes.filter(({ isMissing }) => isMissing),
  );
  const written = changes.filter(({ id }) => here.has(id) || made.has(id));
  for (const { name, key, kept = [] } of inlineReadModels) {
    const differences = written.flatMap(({ id, models }) =>
      models[name] ? [[id, models[name]] as const] : [],
    );
    await writeRows(sql, { name, owner: 'journey_id', key, kept }, differences);
  }
  return changes.filter((change) => !written.includes(change)).map(({ id }) => id);
}

/**
 * Holds the rows that are free, and waits for none: whoever holds another one may wait for one of these. A row of a
 * newer fold stays as it is.
 */
async function holdRows(sql: Sql, changes: readonly JourneyChange[]): Promise<Set<string>> {
  const { rows } = await sql.query<{ id: string }>(
    `SELECT id FROM rm.journey WHERE id = ANY ($1) AND fold_version <= $2
      ORDER BY id FOR NO KEY UPDATE SKIP LOCKED`,
    [changes.map(({ id }) => id), foldVersion],
  );
  return new Set(rows.map(({ id }) => id));
}

const unique = 'external_id_hmac, participant_id, programme, open';

/** What is unique among journeys is let go first, for two of them may have each other's. */
async function updateRows(sql: Sql, changes: readonly JourneyChange[]): Promise<void> {
  if (changes.length === 0) return;
  const rows = JSON.stringify(changes.map(({ row, isToldWrong }) => ({ ...row, told_wrong: isToldWrong })));
  await sql.query(
    `UPDATE rm.journey j SET external_id_hmac = NULL, open = false
       FROM jsonb_populate_recordset(NULL::rm.journey, $1) r
      WHERE j.id = r.id AND (${prefixed('j', unique)}) IS DISTINCT FROM (${prefixed('r', unique)})`,
    [rows],
  );
  await sql.query(
    `UPDATE rm.journey j
        SET ${ownColumns.map((name) => `${name} = r.${name}`).join(', ')},
            -- what a newer planner has planned is planned anew by it, not taken for ours
            planner_version = greatest(j.planner_version, r.planner_version),
            agenda_stamp = CASE WHEN j.planner_version > r.planner_version THEN '' ELSE r.agenda_stamp END,
            bulk = j.bulk OR (t.told_wrong AND j.armed_version >= j.stream_version),
            armed_version = CASE WHEN t.told_wrong THEN least(j.armed_version, r.stream_version - 1)
                                 ELSE j.armed_version END
       FROM jsonb_array_elements($1) e, jsonb_populate_record(NULL::rm.journey, e) r,
            jsonb_to_record(e) AS t(told_wrong boolean)
      WHERE j.id = r.id`,
    [rows],
  );
}

/** The relay has armed none of them: their workflows are told, and begun where they are not there. */
async function insertRows(sql: Sql, changes: readonly JourneyChange[]): Promise<Set<string>> {
  if (changes.length === 0) return new Set();
  const { rows } = await sql.query<{ id: string }>(
    `INSERT INTO rm.journey (${journeyColumns.join(', ')}, news, bulk)
     SELECT ${journeyColumns.map((name) => `r.${name}`).join(', ')}, 'agendaChanged', true
       FROM jsonb_populate_recordset(NULL::rm.journey, $1) r
     ON CONFLICT (id) DO NOTHING RETURNING id`,
    [JSON.stringify(changes.map(({ row }) => row))],
  );
  return new Set(rows.map(({ id }) => id));
}

const ownColumns = journeyColumns.filter((name) => !['id', 'planner_version', 'agenda_stamp'].includes(name));
const prefixed = (table: string, columns: string): string => columns.replaceAll(/\w+/g, `${table}.$&`);
