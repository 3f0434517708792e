import { Inject, Injectable } from '@nestjs/common';
import type { Role } from '../../contract/access.js';
import { examples } from '../demonstration/colleagues.js';
import { notFound } from '../http/problems.js';
import { PLATFORM, type Platform } from '../platform.js';
import { ACCOUNT_COLUMNS, accountOf, type AccountRow } from './account-row.js';
import { SignIn, type SignedIn } from './sign-in.js';

/**
 * Signing in to the demonstration without a password. Only as one of its own cast, and only where the database was
 * filled with it: a switch that was set by mistake opens no real account.
 */
@Injectable()
export class DemonstrationSession {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    private readonly signIns: SignIn,
  ) {}

  /** The roles that one can have; none where this is no demonstration. */
  async roles(): Promise<Role[]> {
    const there = await this.cast();
    return examples.flatMap(({ email, role }) => (there.some((row) => row.email === email) ? [role] : []));
  }

  /** @throws Problem 404 where nobody of that role is there */
  async signIn(role: Role): Promise<SignedIn> {
    const example = examples.find((each) => each.role === role);
    const row = (await this.cast()).find(({ email }) => email === example?.email);
    if (!row) throw notFound();
    return { account: accountOf(row), sessionId: await this.signIns.openSession(row.id) };
  }

  private async cast(): Promise<AccountRow[]> {
    const { config, sql } = this.platform;
    if (!config.demo) return [];
    const { rows } = await sql.query<AccountRow>(
      `SELECT ${ACCOUNT_COLUMNS} FROM access.account a
        WHERE a.email = ANY($1) AND a.disabled_at IS NULL AND EXISTS (SELECT FROM demo.demonstration)`,
      [examples.map(({ email }) => email)],
    );
    return rows;
  }
}
