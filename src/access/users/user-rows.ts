import type { User } from '../../../contract/routes/users.js';
import type { Sql } from '../../database/sql.js';

/** An account with what an administrator sees of it; of journeys only how many there are. */
const users = `
  SELECT a.id, a.email, a.name, a.phone, a.role, a.communes, a.created_at AS "createdAt",
         a.last_signed_in AS "lastSignedIn", a.password_hash IS NOT NULL AS "hasPassword",
         CASE WHEN a.invite_expires_at > now() THEN a.invite_expires_at END AS "invitedUntil",
         a.disabled_at AS "endedAt",
         (SELECT count(*) FROM rm.journey j WHERE j.coach_id = a.id AND j.open)::int AS journeys
    FROM access.account a`;

/** Every account, by e-mail address. */
export async function allUsers(sql: Sql): Promise<User[]> {
  return (await sql.query<User>(`${users} ORDER BY a.email COLLATE "C"`)).rows;
}

/** One account; `undefined` where there is none. */
export async function userOf(sql: Sql, id: string): Promise<User | undefined> {
  return (await sql.query<User>(`${users} WHERE a.id = $1`, [id])).rows[0];
}
