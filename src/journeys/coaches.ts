import { Inject, Injectable } from '@nestjs/common';
import { SQL, type Sql } from '../database/sql.js';
import { invalidInput } from '../http/problems.js';
import { surroundingColumns, type JourneySurroundings } from './journey-surroundings.js';

/** A coach as a command names one: by account, or by the address of an account that is yet to be made. */
export interface NamedCoach {
  coach: string | null;
  hint?: string;
}

/** Coaches are accounts inside and e-mail addresses outside. */
@Injectable()
export class Coaches {
  constructor(@Inject(SQL) private readonly sql: Sql) {}

  /**
   * Finds the coach behind an address.
   * @param pointer where the address stands in the body
   * @throws Problem 422 at the pointer where the account is no coach's
   */
  async named(email: string, pointer = '/coach'): Promise<NamedCoach> {
    const { rows } = await this.sql.query<{ id: string; role: string }>(
      'SELECT id, role FROM access.account WHERE email = $1 AND disabled_at IS NULL',
      [email],
    );
    const [account] = rows;
    if (!account) return { coach: null, hint: email };
    if (account.role === 'coach') return { coach: account.id };
    const message = `found the address of a ${account.role}, expected that of a coach`;
    throw invalidInput([{ pointer, code: 'not-a-coach', message }]);
  }

  /** The addresses of accounts, also of those that were disabled since. */
  async emailsOf(accounts: readonly string[]): Promise<Map<string, string>> {
    if (accounts.length === 0) return new Map();
    const { rows } = await this.sql.query<{ id: string; email: string }>({
      name: 'emails-of-accounts',
      text: 'SELECT id, email FROM access.account WHERE id = ANY($1::uuid[])',
      values: [[...new Set(accounts)]],
    });
    return new Map(rows.map(({ id, email }) => [id, email]));
  }

  /** A journey's coach, where it has one, and the database's clock. */
  async surroundingsOf(coach: string | null): Promise<JourneySurroundings> {
    const { rows } = await this.sql.query<JourneySurroundings>({
      name: 'journey-surroundings',
      text: `SELECT ${surroundingColumns} FROM (SELECT) one LEFT JOIN access.account a ON a.id = $1`,
      values: [coach],
    });
    const [found] = rows;
    if (!found) throw new Error('The database did not answer with a row');
    return found;
  }
}
