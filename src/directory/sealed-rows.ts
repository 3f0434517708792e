import type { IdRange } from '../database/id-range.js';
import type { Sql } from '../database/sql.js';
import { classesOfNames } from '../read-models/journey/sealed-names.js';
import type { ClassOfNames, SealedRow } from './open-entries.js';

/** SealedRows. One that was written before there were names apart gives the state's part; its first byte numbers the key. */
const rowsWith = (classes: readonly ClassOfNames[]): string => `
  SELECT j.id, j.participant_id AS participant, j.commune, j.coach_id AS "coachId", j.stream_version AS version
  ${classes.map((name) => `, ${name}_part.sealed AS "${name}", encode(${name}_key.wrapped, 'base64') AS "${name}Key"`).join('')}
  FROM rm.journey j
  ${classes.map(joinedPart).join('')}`;

const joinedPart = (name: ClassOfNames): string => `
  CROSS JOIN LATERAL (SELECT coalesce(j.names_sealed, j.state_sealed)->>'${name}' AS sealed) ${name}_part
  LEFT JOIN es.participant_key ${name}_key
    ON ${name}_key.participant_id = j.participant_id AND ${name}_key.class = '${name}'
   AND ${name}_key.number = get_byte(decode(substr(${name}_part.sealed, 1, 4), 'base64'), 0)`;

/** The next rows of a range by id, with the parts of one class; an empty page is the end. */
export async function rowsBetween(
  sql: Sql,
  name: ClassOfNames,
  { after, until }: IdRange,
  limit: number,
): Promise<SealedRow[]> {
  const { rows } = await sql.query<SealedRow>({
    name: `directory-page-${name}`,
    text: `${rowsWith([name])} WHERE j.id > $1 AND j.id <= $2 ORDER BY j.id LIMIT $3`,
    values: [after, until, limit],
  });
  return rows;
}

/** The rows of these journeys, as they are now. */
export async function rowsOf(sql: Sql, ids: readonly string[]): Promise<SealedRow[]> {
  const { rows } = await sql.query<SealedRow>({
    name: 'directory-rows',
    text: `${rowsWith(classesOfNames)} WHERE j.id = ANY($1::uuid[])`,
    values: [ids],
  });
  return rows;
}
