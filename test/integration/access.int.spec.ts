import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { addAccount } from '../../src/access/add-account.js';
import { createToken } from '../../src/access/create-token.js';
import { Credentials } from '../../src/access/credentials.js';
import { ensureFirstAdmin } from '../../src/access/first-admin.js';
import { newToken } from '../../src/access/secrets.js';
import { SignIn } from '../../src/access/sign-in.js';
import { createPool } from '../../src/database/pool.js';
import { masterSecrets } from '../../src/event-store/seal/master-secrets.js';
import { testDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
let pool: pg.Pool;
const known = ['stolberg'];
const mara = {
  email: 'Mara@example.org',
  role: 'coach',
  name: 'Mara Lenz',
  phone: '+49 2402 1',
  communes: known,
};

beforeAll(async () => {
  database = await testDatabase();
  pool = createPool(database.url, 'app', 3);
});
afterAll(async () => {
  await pool?.end();
  await database?.drop();
});

describe('accounts in PostgreSQL', () => {
  it('are made once per address', async () => {
    const account = await addAccount(pool, { ...mara, password: 'vier Wörter sind gut' }, known);
    expect(account).toMatchObject({ email: 'mara@example.org', communes: ['stolberg'], role: 'coach' });
    await expect(addAccount(pool, mara, known)).rejects.toMatchObject({ code: 'email-taken' });
  });

  it('open the door by token until it expires or the account is disabled', async () => {
    const { token, expiresAt } = await createToken(pool, 'MARA@example.org', { days: 30 });
    expect(Date.parse(expiresAt) - Date.now()).toBeGreaterThan(29.9 * 86_400_000);
    expect(expiresAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(await new Credentials(pool).accountOf({ kind: 'token', secret: token })).toMatchObject({
      email: 'mara@example.org',
    });
    expect((await pool.query('SELECT last_used_at FROM access.token')).rows[0].last_used_at).toBeTruthy();
    expect(await new Credentials(pool).accountOf({ kind: 'token', secret: newToken() })).toBeUndefined();
    await pool.query(`UPDATE access.token SET expires_at = now() - interval '1 second'`);
    expect(await new Credentials(pool).accountOf({ kind: 'token', secret: token })).toBeUndefined();
    await expect(createToken(pool, 'nobody@example.org')).rejects.toMatchObject({ code: 'unknown-account' });
  });

  it('open it by session, twelve hours from the last use', async () => {
    const signIn = new SignIn({ sql: pool, secrets: masterSecrets(Buffer.alloc(32, 7)) });
    const { sessionId } = await signIn.signIn('mara@example.org', 'vier Wörter sind gut', '::1');
    await expect(signIn.signIn('mara@example.org', 'nein', '::1')).rejects.toMatchObject({ status: 401 });
    await pool.query(`UPDATE access.session SET expires_at = now() + interval '1 hour'`);
    const credential = { kind: 'session', secret: sessionId } as const;
    expect(await new Credentials(pool).accountOf(credential)).toMatchObject({ name: 'Mara Lenz' });
    const { rows } = await pool.query(
      `SELECT expires_at > now() + interval '11 hours' AS prolonged FROM access.session`,
    );
    expect(rows).toEqual([{ prolonged: true }]);
    await pool.query('UPDATE access.account SET disabled_at = now()');
    expect(await new Credentials(pool).accountOf(credential)).toBeUndefined();
    await expect(signIn.signIn('mara@example.org', 'vier Wörter sind gut', '::1')).rejects.toMatchObject({
      status: 401,
    });
    await pool.query('UPDATE access.account SET disabled_at = NULL');
    await new Credentials(pool).endSession(sessionId);
    expect((await pool.query('SELECT 1 FROM access.session')).rows).toEqual([]);
  });

  it('have a first administrator where there is none', async () => {
    const admin = { email: 'root@example.org', password: 'eins zwei drei' };
    await expect(ensureFirstAdmin(pool, { ...admin, email: 'mara@example.org' })).rejects.toMatchObject({
      code: 'email-taken',
    });
    const started = await Promise.all([ensureFirstAdmin(pool, admin), ensureFirstAdmin(pool, admin)]);
    expect(started.filter((isMade) => isMade)).toHaveLength(1);
    expect(await ensureFirstAdmin(pool, admin)).toBe(false);
  });

  it('store neither a token, nor a session, nor a password', async () => {
    const { token } = await createToken(pool, 'mara@example.org');
    const { rows } = await pool.query(
      'SELECT t::text FROM access.token t UNION ALL SELECT a::text FROM access.account a',
    );
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(JSON.stringify(rows)).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
  });
});
