import { Inject, Injectable } from '@nestjs/common';
import type { Sql } from '../database/sql.js';
import type { Account } from '../http/ports.js';
import { Problem } from '../http/problem.js';
import { tooManyAttempts } from '../http/problems.js';
import { PLATFORM, type Platform } from '../platform.js';
import { ACCOUNT_COLUMNS, accountOf, type AccountRow, foldEmail } from './account-row.js';
import { AttemptLimit, type Attempt } from './attempt-limit.js';
import { passwordFits } from './passwords.js';
import { newSessionId, sha256 } from './secrets.js';
import { idleInterval } from './session-life.js';

type WithPassword = AccountRow & { password_hash: string | null };

/** Who signed in, and what her cookie holds. */
export interface SignedIn {
  account: Account;
  sessionId: string;
}

/** Signing in with e-mail and password. */
@Injectable()
export class SignIn {
  private readonly sql: Sql;
  private readonly limit: AttemptLimit;

  constructor(@Inject(PLATFORM) { sql, secrets }: Pick<Platform, 'sql' | 'secrets'>) {
    this.sql = sql;
    this.limit = new AttemptLimit(sql, secrets);
  }

  /**
   * @param address the caller's network address
   * @throws Problem 401, the same and as late for an unknown account as for a wrong password; 429
   */
  async signIn(email: string, password: string, address: string): Promise<SignedIn> {
    const begun: Attempt[] = [];
    for (const whose of [`address ${address}`, `email ${foldEmail(email)}`]) {
      const attempt = await this.limit.begin(whose);
      if ('waitSeconds' in attempt) throw tooManyAttempts(attempt.waitSeconds);
      begun.push(attempt);
    }
    let wrong = false;
    try {
      const row = await this.find(email);
      const fits = await passwordFits(password, row?.password_hash);
      wrong = !row || !fits;
      if (!row || !fits)
        throw new Problem(401, 'wrong-credentials', 'E-mail address and password do not fit');
      return { account: accountOf(row), sessionId: await this.openSession(row.id) };
    } finally {
      // a database that was away is no wrong password either
      if (!wrong) for (const attempt of begun) await this.limit.takeBack(attempt);
    }
  }

  /** Opens a session for an account that may come in. @returns what its cookie holds */
  async openSession(accountId: string): Promise<string> {
    const sessionId = newSessionId();
    await this.sql.query('DELETE FROM access.session WHERE expires_at < now()');
    await this.sql.query(
      `WITH noted AS (
         UPDATE access.account SET last_signed_in = (now() AT TIME ZONE 'Europe/Berlin')::date WHERE id = $2)
       INSERT INTO access.session (id_hash, account_id, expires_at) VALUES ($1, $2, now() + ${idleInterval})`,
      [sha256(sessionId), accountId],
    );
    return sessionId;
  }

  private async find(email: string): Promise<WithPassword | undefined> {
    const { rows } = await this.sql.query<WithPassword>(
      `SELECT ${ACCOUNT_COLUMNS}, a.password_hash FROM access.account a
       WHERE a.email = $1 AND a.disabled_at IS NULL`,
      [foldEmail(email)],
    );
    return rows[0];
  }
}
