import { randomUUID } from 'node:crypto';
import type { Sql } from '../database/sql.js';
import type { Account } from '../http/ports.js';
import { AccountRefused } from './account-refused.js';
import { ACCOUNT_COLUMNS, accountOf, type AccountRow } from './account-row.js';
import { checkNewAccount, type NewAccount } from './new-account.js';
import { hashPassword } from './passwords.js';

/**
 * Makes an account.
 * @param knownCommunes the programme's communes
 * @throws AccountRefused where something is missing or unknown, or the e-mail address is taken
 */
export async function addAccount(
  sql: Sql,
  account: NewAccount,
  knownCommunes: readonly string[],
): Promise<Account> {
  const { email, role, name, phone, communes } = checkNewAccount(account, knownCommunes);
  const passwordHash = account.password === undefined ? null : await hashPassword(account.password);
  const { rows } = await sql.query<AccountRow>(
    `INSERT INTO access.account AS a (id, email, name, phone, role, communes, password_hash)
     VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (email) DO NOTHING
     RETURNING ${ACCOUNT_COLUMNS}`,
    [randomUUID(), email, name, phone, role, communes, passwordHash],
  );
  const [row] = rows;
  if (!row) throw new AccountRefused('email-taken', `There is an account ${email} already.`);
  return accountOf(row);
}
