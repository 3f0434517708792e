import type { Sql } from '../../database/sql.js';

/** Lets nobody in with this account any more: sessions, tokens and the invitation go at once. What it did stays. */
export async function endUser(sql: Sql, id: string): Promise<void> {
  await sql.query(
    `WITH sessions AS (DELETE FROM access.session WHERE account_id = $1),
          tokens AS (DELETE FROM access.token WHERE account_id = $1)
     UPDATE access.account
        SET disabled_at = coalesce(disabled_at, now()), invite_hash = NULL, invite_expires_at = NULL
      WHERE id = $1`,
    [id],
  );
}

/** Lets an account be used again. */
export async function reopenUser(sql: Sql, id: string): Promise<void> {
  await sql.query('UPDATE access.account SET disabled_at = NULL WHERE id = $1', [id]);
}
