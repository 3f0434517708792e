import { Module } from '@nestjs/common';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { routes } from '../../contract/routes/index.js';
import { accessRoutes } from '../../contract/routes/access.js';
import { systemRoutes } from '../../contract/routes/system.js';
import { userRoutes } from '../../contract/routes/users.js';
import { SQL } from '../database/sql.js';
import { masterSecrets } from '../event-store/seal/master-secrets.js';
import { createHttpApp } from '../http/create-http-app.js';
import { HttpModule } from '../http/http.module.js';
import { ACT_PERMISSION, JOURNEY_SCOPE } from '../http/ports.js';
import { PLATFORM } from '../platform.js';
import { AccessModule } from './access.module.js';
import { hashPassword } from './passwords.js';
import { newToken, sha256 } from './secrets.js';

const mara = { id: '1', email: 'mara@example.org', name: 'Mara Lenz', role: 'coach', communes: ['stolberg'] };
const token = newToken();
/** Half past midnight in Berlin is another day than in London. */
const told = {
  ...mara,
  today: '2026-11-23',
  scope: 'own',
  deputyFor: [],
  draftKey: expect.stringMatching(/^[A-Za-z0-9+/]{43}=$/),
  settings: {},
  demonstration: false,
  mailCatcher: false,
  programme: { key: 'durchstarten', version: 1 },
};

/** The three tables as far as a request reaches them; that the SQL is right is for the tests with PostgreSQL. */
class FakeTables {
  hashes = new Map<string, 'token' | 'session'>();
  lookUps = 0;
  password = '';

  async query(asked: string | { text: string }, values: unknown[] = []): Promise<{ rows: object[] }> {
    const text = typeof asked === 'string' ? asked : asked.text;
    const key = String(values[0]);
    if (text.includes('INSERT INTO access.attempt')) return { rows: [{ at: '2026-11-22 23:30:00+00' }] };
    if (text.includes('password_hash')) {
      return {
        rows: key === mara.email ? [{ ...mara, phone: null, password_hash: this.password }] : [],
      };
    }
    const own = text.startsWith('SELECT settings');
    if (own) return { rows: [{ settings: {}, now: '2026-11-22T23:30:00.000Z' }] };
    if (text.includes('INSERT INTO access.session')) this.hashes.set(key, 'session');
    if (text.startsWith('DELETE FROM access.session WHERE id_hash')) this.hashes.delete(key);
    const kind = text.includes('FROM access.token')
      ? 'token'
      : text.includes('FROM access.session s')
        ? 'session'
        : undefined;
    if (!kind) return { rows: [] };
    this.lookUps += 1;
    return {
      rows: this.hashes.get(key) === kind ? [{ ...mara, phone: null, stale: true }] : [],
    };
  }
}

const tables = new FakeTables();
const publicUrl = 'https://lotse.example.org';
const platform = {
  sql: tables,
  config: { publicUrl, demo: false, mailCatcher: false },
  sandbox: false,
  clock: { at: async (now: string) => now },
  secrets: masterSecrets(Buffer.alloc(32, 7)),
  programmes: { current: { key: 'durchstarten', version: 1 } },
};
@Module({
  providers: [
    { provide: SQL, useValue: tables },
    { provide: PLATFORM, useValue: platform },
    { provide: JOURNEY_SCOPE, useValue: {} },
    { provide: ACT_PERMISSION, useValue: {} },
  ],
  exports: [SQL, PLATFORM, JOURNEY_SCOPE, ACT_PERMISSION],
})
class DataModule {}
const settings = {
  routes: { ...systemRoutes, ...accessRoutes, ...userRoutes },
  publicUrl,
  version: '1',
  log: () => undefined,
};
const access = AccessModule.for([DataModule]);
@Module({ imports: [access, HttpModule.for(settings, [access, DataModule])] })
class TestModule {}

let app: NestFastifyApplication;
let base: string;
beforeAll(async () => {
  tables.password = await hashPassword('vier Wörter sind gut');
});
beforeEach(async () => {
  await app?.close();
  tables.hashes = new Map([[String(sha256(token)), 'token']]);
  tables.lookUps = 0;
  app = await createHttpApp(TestModule);
  await app.listen(0, '127.0.0.1');
  base = `${await app.getUrl()}/api/v1`;
});
afterAll(() => app.close());

const signIn = (email: string, password: string, headers = {}) =>
  fetch(`${base}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ email, password }),
  });
const me = (headers: Record<string, string>) => fetch(`${base}/me`, { headers });

describe('signing in', () => {
  it('sets a cookie that opens the door until one signs out', async () => {
    const answer = await signIn('Mara@Example.org', 'vier Wörter sind gut');
    expect([answer.status, await answer.json()]).toEqual([200, told]);
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^lotse_session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
    const headers = { cookie: cookie.split(';', 1)[0] ?? '' };
    expect(await (await me(headers)).json()).toEqual(told);
    expect((await fetch(`${base}/session`, { method: 'DELETE', headers })).status).toBe(204);
    expect((await me(headers)).status).toBe(401);
  });

  it('tells nothing of whether an account exists', async () => {
    const known = await signIn(mara.email, 'wrong');
    const unknown = await signIn('nobody@example.org', 'wrong');
    expect([known.status, unknown.status]).toEqual([401, 401]);
    const [a, b] = [await known.json(), await unknown.json()] as { requestId: string }[];
    expect({ ...a, requestId: '' }).toEqual({ ...b, requestId: '' });
  });

  it('does not work from another site', async () => {
    const answer = await signIn(mara.email, 'vier Wörter sind gut', { origin: 'https://evil.example' });
    expect(answer.status).toBe(403);
  });
});

describe('a bearer token', () => {
  it('opens the door, and is looked up once in a while only', async () => {
    for (let i = 0; i < 5; i++) expect((await me({ authorization: `Bearer ${token}` })).status).toBe(200);
    expect(tables.lookUps).toBe(1);
  });

  it('that is unknown or none is refused, even beside a good cookie', async () => {
    for (const bad of [newToken(), 'x', '']) {
      expect((await me({ authorization: `Bearer ${bad}`, cookie: `lotse_session=${token}` })).status).toBe(
        401,
      );
    }
    expect(tables.lookUps).toBe(1); // what can't be a token is not looked up
    expect((await me({ cookie: `lotse_session=${token}` })).status).toBe(401);
    expect((await me({})).headers.get('www-authenticate')).toBe('Bearer');
  });
});

it('has its routes in the table', () => {
  expect(Object.values(routes)).toEqual(
    expect.arrayContaining(Object.values({ ...accessRoutes, ...userRoutes })),
  );
});
