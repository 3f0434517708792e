import type { Sql } from '../database/sql.js';
import { addAccount } from './add-account.js';

/**
 * Makes the first administrator where there is none, as LOTSE_ADMIN_EMAIL and LOTSE_ADMIN_PASSWORD ask.
 * @returns whether one was made
 * @throws AccountRefused where the address belongs to another account, or the password is too short
 */
export async function ensureFirstAdmin(
  sql: Sql,
  admin: { email: string; password: string },
): Promise<boolean> {
  const { rows } = await sql.query(
    `SELECT 1 FROM access.account WHERE role = 'admin' AND disabled_at IS NULL LIMIT 1`,
  );
  if (rows.length > 0) return false;
  await addAccount(sql, { ...admin, role: 'admin' }, []);
  return true;
}
