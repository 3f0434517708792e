import type { Sql } from '../database/sql.js';
import { classesOfNames } from '../read-models/journey/sealed-names.js';
import type { SealedRow } from './open-entries.js';

/** A row that was written before there were names apart gives the state's parts. */
const columns = `
  j.id, j.participant_id AS participant, j.commune, j.coach_id AS "coachId", j.stream_version AS version,
  coalesce(j.names_sealed, jsonb_strip_nulls(jsonb_build_object(${classesOfNames
    .map((name) => `'${name}', j.state_sealed->'${name}'`)
    .join(', ')}))) AS sealed,
  (SELECT jsonb_agg(jsonb_build_object('class', k.class, 'number', k.number, 'wrapped', encode(k.wrapped, 'base64')))
     FROM es.participant_key k
    WHERE k.participant_id = j.participant_id
      AND k.class IN (${classesOfNames.map((name) => `'${name}'`).join(', ')})) AS keys`;

/** The next rows by id; an empty page is the end. */
export async function rowsAfter(sql: Sql, id: string, limit: number): Promise<SealedRow[]> {
  const { rows } = await sql.query<SealedRow>({
    name: 'directory-page',
    text: `SELECT ${columns} FROM rm.journey j WHERE j.id > $1 ORDER BY j.id LIMIT $2`,
    values: [id, limit],
  });
  return rows;
}

/** The rows of these journeys, as they are now. */
export async function rowsOf(sql: Sql, ids: readonly string[]): Promise<SealedRow[]> {
  const { rows } = await sql.query<SealedRow>({
    name: 'directory-rows',
    text: `SELECT ${columns} FROM rm.journey j WHERE j.id = ANY($1::uuid[])`,
    values: [ids],
  });
  return rows;
}
