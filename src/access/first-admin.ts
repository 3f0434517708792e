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
  if (await isThere(sql)) return false;
  try {
    await addAccount(sql, { ...admin, role: 'admin' }, []);
    return true;
  } catch (error) {
    if (await isThere(sql)) return false; // another process, started at the same time, was faster
    throw error;
  }
}

async function isThere(sql: Sql): Promise<boolean> {
  const { rows } = await sql.query(
    `SELECT 1 FROM access.account WHERE role = 'admin' AND disabled_at IS NULL LIMIT 1`,
  );
  return rows.length > 0;
}
