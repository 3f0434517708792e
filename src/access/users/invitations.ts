import { Inject, Injectable } from '@nestjs/common';
import type { Sql } from '../../database/sql.js';
import { Problem } from '../../http/problem.js';
import { tooManyAttempts } from '../../http/problems.js';
import { PLATFORM, type Platform } from '../../platform.js';
import { ACCOUNT_COLUMNS, accountOf, type AccountRow } from '../account-row.js';
import { AttemptLimit } from '../attempt-limit.js';
import { hashPassword } from '../passwords.js';
import { newInvitation, sha256 } from '../secrets.js';
import { SignIn, type SignedIn } from '../sign-in.js';

/** So long somebody may take to choose a password. */
const validFor = `interval '7 days'`;

/** The way to a first password, or to another one: a code that is used once. */
@Injectable()
export class Invitations {
  private readonly sql: Sql;
  private readonly limit: AttemptLimit;

  constructor(
    @Inject(PLATFORM) { sql, secrets }: Platform,
    private readonly signIns: SignIn,
  ) {
    this.sql = sql;
    this.limit = new AttemptLimit(sql, secrets);
  }

  /**
   * Makes a code for an account that has not ended. Its password and sessions end: whoever had it notices.
   * @returns the code, which is kept as a hash only, and until when it can be used
   */
  async invite(id: string): Promise<{ code: string; expiresAt: string }> {
    const code = newInvitation();
    const { rows } = await this.sql.query<{ expiresAt: string }>(
      `WITH sessions AS (DELETE FROM access.session WHERE account_id = $1)
       UPDATE access.account
          SET invite_hash = $2, invite_expires_at = now() + ${validFor}, password_hash = NULL
        WHERE id = $1 AND disabled_at IS NULL
       RETURNING invite_expires_at AS "expiresAt"`,
      [id, sha256(code)],
    );
    const [row] = rows;
    if (!row) throw new Problem(409, 'account-ended', 'This account has ended: let it be used again first');
    return { code, expiresAt: row.expiresAt };
  }

  /**
   * Sets the password that somebody has chosen, and signs her in.
   * @param address the caller's network address
   * @throws Problem 404 for a code that is unknown, used or too old; 429
   */
  async accept(code: string, password: string, address: string): Promise<SignedIn> {
    const attempt = await this.limit.begin(`address ${address}`);
    if ('waitSeconds' in attempt) throw tooManyAttempts(attempt.waitSeconds);
    const hash = sha256(code);
    const open = 'invite_hash = $1 AND invite_expires_at > now() AND disabled_at IS NULL';
    const { rows: invited } = await this.sql.query(`SELECT FROM access.account WHERE ${open}`, [hash]);
    if (invited.length === 0) throw notValid();
    const { rows } = await this.sql.query<AccountRow>(
      `UPDATE access.account a SET password_hash = $2, invite_hash = NULL, invite_expires_at = NULL
        WHERE ${open} RETURNING ${ACCOUNT_COLUMNS}`,
      [hash, await hashPassword(password)],
    );
    const [row] = rows;
    if (!row) throw notValid(); // somebody else was faster
    await this.limit.takeBack(attempt);
    return { account: accountOf(row), sessionId: await this.signIns.openSession(row.id) };
  }
}

const notValid = () =>
  new Problem(404, 'invitation-not-valid', 'This invitation is not valid any more', {
    detail: 'It was used already, or it is older than seven days; ask for another one.',
  });
