import type { Sql } from '../database/sql.js';
import type { MasterSecrets } from '../event-store/seal/master-secrets.js';
import { externalIdHmac } from '../journeys/command-runner.js';
import type { NamedCoach } from '../journeys/coaches.js';
import type { RegisterRow } from './register/register-row.js';

/** Finds the journeys that have these Kennungen already: id by Kennung. */
export async function journeysByKennung(
  sql: Sql,
  secrets: MasterSecrets,
  programme: string,
  kennungen: readonly string[],
): Promise<Map<string, string>> {
  const byHmac = new Map(kennungen.map((each) => [externalIdHmac(secrets, programme, each), each]));
  const { rows } = await sql.query<{ id: string; hmac: string }>(
    `SELECT id, encode(external_id_hmac, 'hex') AS hmac FROM rm.journey
      WHERE programme = $1 AND external_id_hmac = ANY (SELECT decode(h, 'hex') FROM unnest($2::text[]) h)`,
    [programme, [...byHmac.keys()]],
  );
  return new Map(rows.map(({ id, hmac }) => [byHmac.get(hmac) ?? '', id]));
}

/** Who of the rows' coaches can be assigned. */
export type CoachFinder = (row: Pick<RegisterRow, 'coachEmail' | 'commune'>) => NamedCoach;

/**
 * Finds the accounts of the rows' coaches. A coach without an account, or whose account does not hold the row's
 * commune, is noted as a hint: she is assigned when her account is made.
 */
export async function coachesOf(
  sql: Sql,
  rows: readonly Pick<RegisterRow, 'coachEmail'>[],
): Promise<CoachFinder> {
  const emails = [...new Set(rows.flatMap(({ coachEmail }) => coachEmail ?? []))];
  const { rows: accounts } = await sql.query<{ id: string; email: string; communes: string[] | null }>(
    `SELECT id, email, communes FROM access.account
      WHERE role = 'coach' AND disabled_at IS NULL AND email = ANY($1)`,
    [emails],
  );
  const byEmail = new Map(accounts.map((account) => [account.email, account]));
  return ({ coachEmail, commune }) => {
    if (coachEmail === undefined) return { coach: null };
    const account = byEmail.get(coachEmail);
    if (!account || !(account.communes?.includes(commune) ?? true)) return { coach: null, hint: coachEmail };
    return { coach: account.id };
  };
}
