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

/** The same, of those with the same communes two: enough to know whether a journey can be given to somebody else. */
export async function someCoachOptions(sql: Sql): Promise<CoachOption[]> {
  const { rows } = await sql.query<CoachOption>({
    name: 'some-coach-options',
    text: `SELECT id, email, name, communes
             FROM (SELECT *, row_number() OVER (PARTITION BY communes ORDER BY name, email) AS place
                     FROM access.account WHERE role = 'coach' AND disabled_at IS NULL) coach
            WHERE place <= 2`,
    values: [],
  });
  return rows;
}
