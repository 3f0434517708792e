import { Inject, Injectable } from '@nestjs/common';
import { SQL, type Sql } from '../database/sql.js';
import type { Account, Authentication, Credential } from '../http/ports.js';
import { AccountCache } from './account-cache.js';
import { ACCOUNT_COLUMNS, accountOf, type AccountRow } from './account-row.js';
import { looksLikeSessionId, looksLikeToken, sha256 } from './secrets.js';
import { idleInterval, staleInterval } from './session-life.js';

/** `stale`: it is time to write down that it was used; not at each request, which would make reads writes. */
type Found = AccountRow & { stale: boolean };

const FIND_TOKEN = `
  SELECT ${ACCOUNT_COLUMNS}, coalesce(t.last_used_at < now() - interval '1 hour', true) AS stale
  FROM access.token t JOIN access.account a ON a.id = t.account_id
  WHERE t.token_hash = $1 AND t.expires_at > now() AND a.disabled_at IS NULL`;
const NOTE_TOKEN_USED = 'UPDATE access.token SET last_used_at = now() WHERE token_hash = $1';

const FIND_SESSION = `
  SELECT ${ACCOUNT_COLUMNS}, s.expires_at < now() + ${staleInterval} AS stale
  FROM access.session s JOIN access.account a ON a.id = s.account_id
  WHERE s.id_hash = $1 AND s.expires_at > now() AND a.disabled_at IS NULL`;
const PROLONG_SESSION = `UPDATE access.session SET expires_at = now() + ${idleInterval} WHERE id_hash = $1`;

/**
 * Accounts behind tokens and sessions. Their life is in the database's own time: LOTSE_NOW moves the
 * programme's days, not who may come in.
 */
@Injectable()
export class Credentials implements Authentication {
  private readonly cache = new AccountCache();

  constructor(@Inject(SQL) private readonly sql: Sql) {}

  async accountOf({ kind, secret }: Credential, use: 'act' | 'watch' = 'act'): Promise<Account | undefined> {
    const [looksRight, find, noteUse] =
      kind === 'token'
        ? [looksLikeToken, FIND_TOKEN, NOTE_TOKEN_USED]
        : [looksLikeSessionId, FIND_SESSION, PROLONG_SESSION];
    if (!looksRight(secret)) return undefined;
    const hash = sha256(secret);
    const key = hash.toString('base64');
    const known = this.cache.get(key);
    if (known) return known;

    const asOf = this.cache.now();
    const { rows } = await this.sql.query<Found>(find, [hash]);
    const [row] = rows;
    if (!row) return undefined;
    const account = accountOf(row);
    if (use === 'watch') return account; // not kept: the next act has to prolong
    if (row.stale) await this.sql.query(noteUse, [hash]);
    this.cache.set(key, account, asOf);
    return account;
  }

  /** Ends a session; one that is not there any more is as good as ended. */
  async endSession(id: string): Promise<void> {
    const hash = sha256(id);
    await this.sql.query('DELETE FROM access.session WHERE id_hash = $1', [hash]);
    this.cache.delete(hash.toString('base64'));
  }
}
