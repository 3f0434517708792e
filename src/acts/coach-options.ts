import type { Sql } from '../database/sql.js';

/** A coach's account to whom journeys can be given. */
export interface CoachOption {
  id: string;
  email: string;
  name: string;
  /** `null`: the whole region. */
  communes: string[] | null;
}

/** Everybody who can be a journey's coach, by name. */
export async function coachOptions(sql: Sql): Promise<CoachOption[]> {
  const { rows } = await sql.query<CoachOption>({
    name: 'coach-options',
    text: `SELECT id, email, name, communes FROM access.account
            WHERE role = 'coach' AND disabled_at IS NULL ORDER BY name, email`,
    values: [],
  });
  return rows;
}

/**
 * The same, of those with the same communes at most two: enough to know whether a journey can be given to somebody else.
 * Nobody is put in order for it: of a thousand that took a seventh of a page of flags.
 */
export async function someCoachOptions(sql: Sql): Promise<CoachOption[]> {
  const { rows } = await sql.query<CoachOption>({
    name: 'some-coach-options',
    text: `SELECT a.id, a.email, a.name, a.communes
             FROM (SELECT min(email) AS one, max(email) AS other FROM access.account
                    WHERE role = 'coach' AND disabled_at IS NULL GROUP BY communes) pair
             JOIN access.account a ON a.email IN (pair.one, pair.other)`,
    values: [],
  });
  return rows;
}
