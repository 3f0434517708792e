import type { IdRange } from '../database/id-range.js';
import type { Sql } from '../database/sql.js';
import { classesOfNames } from '../read-models/journey/sealed-names.js';
import type { ClassOfNames, SealedRow } from './open-entries.js';

const listed = (classes: readonly ClassOfNames[], of: (name: ClassOfNames) => string): string =>
  classes.map(of).join(', ');

/** SealedRow with the parts of these classes. A row that was written before there were names apart gives the state's. */
const columnsOf = (classes: readonly ClassOfNames[]): string => `
  j.id, j.participant_id AS participant, j.commune, j.coach_id AS "coachId", j.stream_version AS version,
  json_strip_nulls(json_build_object(
    ${listed(classes, (name) => `'${name}', coalesce(j.names_sealed, j.state_sealed)->>'${name}'`)})) AS sealed,
  (SELECT json_agg(json_build_object('class', k.class, 'number', k.number, 'wrapped', encode(k.wrapped, 'base64')))
     FROM es.participant_key k
    WHERE k.participant_id = j.participant_id AND k.class IN (${listed(classes, (name) => `'${name}'`)})) AS keys`;

/** The next rows of a range by id, with the parts of one class; an empty page is the end. */
export async function rowsBetween(
  sql: Sql,
  name: ClassOfNames,
  { after, until }: IdRange,
  limit: number,
): Promise<SealedRow[]> {
  const { rows } = await sql.query<SealedRow>({
    name: `directory-page-${name}`,
    text: `SELECT ${columnsOf([name])} FROM rm.journey j WHERE j.id > $1 AND j.id <= $2 ORDER BY j.id LIMIT $3`,
    values: [after, until, limit],
  });
  return rows;
}

/** The rows of these journeys, as they are now. */
export async function rowsOf(sql: Sql, ids: readonly string[]): Promise<SealedRow[]> {
  const { rows } = await sql.query<SealedRow>({
    name: 'directory-rows',
    text: `SELECT ${columnsOf(classesOfNames)} FROM rm.journey j WHERE j.id = ANY($1::uuid[])`,
    values: [ids],
  });
  return rows;
}
