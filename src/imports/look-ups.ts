import type { Sql } from '../database/sql.js';
import type { MasterSecrets } from '../event-store/seal/master-secrets.js';
import type { JourneyInScope } from '../http/ports.js';
import { externalIdHmac } from '../journeys/external-id.js';
import type { NamedCoach } from '../journeys/coaches.js';
import type { RegisterRow } from './register/register-row.js';

/** A journey that has a Kennung already. */
export interface KnownJourney extends JourneyInScope {
  id: string;
}

/** Finds the journeys that have these Kennungen already, wherever they lie; by Kennung. */
export async function journeysByKennung(
  sql: Sql,
  secrets: MasterSecrets,
  programme: string,
  kennungen: readonly string[],
): Promise<Map<string, KnownJourney>> {
  const byHmac = new Map(kennungen.map((each) => [externalIdHmac(secrets, programme, each), each]));
  const { rows } = await sql.query<KnownJourney & { hmac: string }>(
    `SELECT id, commune, coach_id AS "coachId", encode(external_id_hmac, 'hex') AS hmac FROM rm.journey
      WHERE programme = $1 AND external_id_hmac = ANY (SELECT decode(h, 'hex') FROM unnest($2::text[]) h)`,
    [programme, [...byHmac.keys()]],
  );
  return new Map(rows.map(({ hmac, ...journey }) => [byHmac.get(hmac) ?? '', journey]));
}

/** The coaches of a register and of journeys. */
export interface CoachFinder {
  /** Who can be assigned; else a hint. */
  named(row: Pick<RegisterRow, 'coachEmail' | 'commune'>): NamedCoach;
  /** The address of an account, also of one that was disabled since. */
  emailOf(account: string | null): string | undefined;
}

interface CoachRow {
  id: string;
  email: string;
  communes: string[] | null;
  disabled: boolean;
}

/**
 * Reads the accounts of coaches. A coach without an account, or whose account does not hold the row's commune, is
 * noted as a hint: she is assigned when her account is made.
 */
export async function findCoaches(sql: Sql): Promise<CoachFinder> {
  const { rows } = await sql.query<CoachRow>(
    `SELECT id, email, communes, disabled_at IS NOT NULL AS disabled FROM access.account WHERE role = 'coach'`,
  );
  const byEmail = new Map(rows.filter(({ disabled }) => !disabled).map((each) => [each.email, each]));
  const emails = new Map(rows.map(({ id, email }) => [id, email]));
  return {
    named({ coachEmail, commune }) {
      if (coachEmail === undefined) return { coach: null };
      const account = byEmail.get(coachEmail);
      if (!account || !(account.communes?.includes(commune) ?? true))
        return { coach: null, hint: coachEmail };
      return { coach: account.id };
    },
    emailOf: (account) => (account === null ? undefined : emails.get(account)),
  };
}
