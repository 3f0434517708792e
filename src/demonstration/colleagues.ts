import { AccountRefused } from '../access/account-refused.js';
import { addAccount } from '../access/add-account.js';
import type { Sql } from '../database/sql.js';
import type { MasterSecrets } from '../event-store/seal/master-secrets.js';
import { coaches, office, type Colleague } from './cast/region.js';

/** Everybody who works with Lotse in the demonstration. */
const colleagues: readonly Colleague[] = [...coaches, ...office];

/**
 * The password of all of them: the installation's own, the same at every start, so that it is stored nowhere and can
 * be printed each time.
 */
export const passwordOf = (secrets: MasterSecrets): string => {
  const drawn = secrets.hmac('demonstration', 'password').toString('hex').slice(0, 12);
  return (drawn.match(/.{4}/g) ?? []).join('-');
};

/** Makes the accounts that are not there yet; gives everybody's id by address. */
export async function makeColleagues(
  sql: Sql,
  password: string,
  communes: readonly string[],
): Promise<Record<string, string>> {
  for (const { email, name, phone, role, communes: scope } of colleagues) {
    const account = { email, name, phone, role, password, ...(scope.length > 0 && { communes: scope }) };
    await addAccount(sql, account, communes).catch(unlessThere);
  }
  const { rows } = await sql.query<{ email: string; id: string }>(
    'SELECT email, id FROM access.account WHERE email = ANY($1)',
    [colleagues.map(({ email }) => email)],
  );
  return Object.fromEntries(rows.map(({ email, id }) => [email, id]));
}

function unlessThere(error: unknown): void {
  if (!(error instanceof AccountRefused) || error.code !== 'email-taken') throw error;
}

/** Who to sign in as first: one of each role. */
export const examples = (['coach', 'coordinator', 'admin'] as const).map((role) => {
  const one = colleagues.find((colleague) => colleague.role === role);
  return { role, email: one?.email ?? '' };
});
