import { randomUUID } from 'node:crypto';
import type { Sql } from '../database/sql.js';
import { AccountRefused } from './account-refused.js';
import { foldEmail } from './account-row.js';
import { newToken, sha256 } from './secrets.js';

/** A year: long enough for a script, short enough that what is forgotten ends. */
const TOKEN_DAYS = 365;
const MAX_TOKEN_DAYS = 3650;

/** The token itself is shown this once; `expiresAt` is an instant (UTC). */
export interface IssuedToken {
  token: string;
  expiresAt: string;
}

/**
 * Makes a bearer token for an account.
 * @param options.days how long it is valid, a year where nothing is said
 * @param options.label what it is for
 * @throws AccountRefused where there is no such account, or the days make no sense
 */
export async function createToken(
  sql: Sql,
  email: string,
  options: { days?: number; label?: string } = {},
): Promise<IssuedToken> {
  const { days = TOKEN_DAYS, label = null } = options;
  if (!Number.isInteger(days) || days < 1 || days > MAX_TOKEN_DAYS) {
    throw new AccountRefused(
      'malformed-days',
      `Found ${days} days, expected a whole number from 1 to ${MAX_TOKEN_DAYS}.`,
    );
  }
  const token = newToken();
  const { rows } = await sql.query<{ expires_at: string }>(
    `INSERT INTO access.token (id, account_id, token_hash, expires_at, label)
     SELECT $1, a.id, $2, now() + make_interval(days => $3), $5
     FROM access.account a WHERE a.email = $4 AND a.disabled_at IS NULL
     RETURNING to_char(expires_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS expires_at`,
    [randomUUID(), sha256(token), days, foldEmail(email), label],
  );
  const [row] = rows;
  if (!row) {
    throw new AccountRefused(
      'unknown-account',
      `There is no account ${foldEmail(email)}; make one with "user add".`,
    );
  }
  return { token, expiresAt: row.expires_at };
}
