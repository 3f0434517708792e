import type { Sql } from '../database/sql.js';
import type { CheckName, Finding } from './finding.js';

/** So long a difference that is gone can be looked up. */
const keptFor = '30 days';

/**
 * Notes what was found. What stood and was looked for in vain is gone.
 * @param looked the checks that were made; what another one found earlier stays as it is
 * @param left what was found and could not be healed
 */
export async function noteFindings(
  sql: Sql,
  looked: readonly CheckName[],
  found: readonly Finding[],
  left: readonly Finding[],
): Promise<void> {
  await sql.query(
    `WITH found AS (
       SELECT f.*, NOT EXISTS (
                SELECT FROM jsonb_to_recordset($3) AS l("check" text, subject uuid, detail text)
                 WHERE (l."check", l.subject, l.detail) = (f."check", f.subject, f.detail)) AS healed
         FROM jsonb_to_recordset($2) AS f("check" text, subject uuid, detail text, journey uuid, remedy text)),
     gone AS (
       UPDATE checks.finding k SET gone_at = now()
        WHERE k.gone_at IS NULL AND k."check" = ANY ($1)
          AND NOT EXISTS (SELECT FROM found f
                           WHERE (f."check", f.subject, f.detail) = (k."check", k.subject, k.detail)))
     INSERT INTO checks.finding AS k ("check", subject, detail, journey_id, remedy, gone_at, healed)
     SELECT "check", subject, detail, journey, remedy, CASE WHEN healed THEN now() END, healed FROM found
     ON CONFLICT ("check", subject, detail) DO UPDATE
        SET journey_id = excluded.journey_id, remedy = excluded.remedy, last_seen = now(),
            first_seen = CASE WHEN k.gone_at IS NULL THEN k.first_seen ELSE now() END,
            gone_at = excluded.gone_at, healed = excluded.healed`,
    [looked, JSON.stringify(found), JSON.stringify(left)],
  );
  await sql.query(`DELETE FROM checks.finding WHERE gone_at < now() - $1::interval`, [keptFor]);
}

/** How many differences stand, by check; checks that found nothing are left out. */
export async function standingFindings(sql: Sql): Promise<{ check: CheckName; count: number }[]> {
  const { rows } = await sql.query<{ check: CheckName; count: number }>(
    `SELECT "check", count(*)::int AS count FROM checks.finding WHERE gone_at IS NULL GROUP BY "check"`,
  );
  return rows;
}

/** How many differences were healed within the time for which they are kept, by check. */
export async function healedFindings(sql: Sql): Promise<{ check: CheckName; count: number }[]> {
  const { rows } = await sql.query<{ check: CheckName; count: number }>(
    `SELECT "check", count(*)::int AS count FROM checks.finding WHERE healed GROUP BY "check"`,
  );
  return rows;
}

/** The journeys at which a check has found something that stands. */
export async function standingAt(sql: Sql, check: CheckName): Promise<string[]> {
  const { rows } = await sql.query<{ id: string }>(
    `SELECT DISTINCT journey_id AS id FROM checks.finding
      WHERE "check" = $1 AND gone_at IS NULL AND journey_id IS NOT NULL`,
    [check],
  );
  return rows.map(({ id }) => id);
}
