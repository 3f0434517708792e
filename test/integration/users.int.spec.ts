import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AccessToken, User } from '../../contract/routes/users.js';
import { codes, startApi, type Api } from '../support/api.js';
import { journeyCalls, opening, staff } from '../support/journey-calls.js';

let api: Api;
const { opened } = journeyCalls(() => api);
beforeAll(async () => {
  api = await startApi({ ...staff, rosa: { role: 'admin' } });
}, 60_000);
afterAll(() => api?.close());

const call = (method: string, path: string, body?: object, as = 'root') =>
  api.call(method, `/api/v1${path}`, { as, ...(body && { body }) });
const users = async (): Promise<User[]> => (await call('GET', '/users?limit=200')).json.items;
const userOf = async (name: string): Promise<User> => {
  const found = (await users()).find(({ email }) => email === `${name}@example.org`);
  if (!found) throw new Error(`There is no ${name}`);
  return found;
};
const lina = {
  email: 'Lina@Example.org',
  name: 'Lina Sommer',
  phone: '02403 71 1235',
  role: 'coach',
  communes: ['stolberg'],
};
const password = 'vier Wörter sind gut';
const signIn = (email: string, body = password) =>
  api.call('POST', '/api/v1/session', { body: { email, password: body } });

describe('accounts, for administrators', () => {
  it('are listed with role, communes and how many journeys, and nothing of a participant', async () => {
    await opened(opening());
    expect(await userOf('mara')).toMatchObject({
      role: 'coach',
      communes: ['eschweiler', 'stolberg'],
      journeys: 1,
      endedAt: null,
      invitedUntil: null,
      lastSignedIn: null,
    });
    expect((await call('GET', '/users?limit=200')).text).not.toMatch(/Tesfay|Merhawi/);
  });

  it('are made, once for each address, and a coach finds the people who name her', async () => {
    const hinted = await opened(opening({ commune: 'stolberg', coach: 'lina@example.org' }), 'karl');
    const made = await call('POST', '/users', lina);
    expect([made.status, made.json]).toEqual([
      201,
      expect.objectContaining({ email: 'lina@example.org', hasPassword: false, journeys: 1 }),
    ]);
    const { json } = await call('GET', `/journeys/${hinted}`, undefined, 'karl');
    expect(json.coach).toBe('lina@example.org');
    const again = await call('POST', '/users', lina);
    expect([again.status, again.json.code]).toEqual([409, 'email-taken']);
  });

  it('say of each bad field what is wrong with it', async () => {
    const wrong = async (more: object) =>
      codes(await call('POST', '/users', { ...lina, email: 'x@example.org', ...more }));
    expect(await wrong({ name: 'Lina' })).toEqual({ '/name': 'name-required' });
    expect(await wrong({ communes: ['aachen'] })).toEqual({ '/communes': 'unknown-commune' });
    expect(await wrong({ role: 'admin' })).toEqual({ '/communes': 'communes-of-admin' });
    expect(
      codes(await call('POST', '/users', { ...lina, phone: undefined, email: 'y@example.org' })),
    ).toEqual({
      '/phone': 'phone-required',
    });
    expect((await users()).some(({ email }) => email === 'x@example.org')).toBe(false);
  });

  it('are changed in what is named; a coach with people stays one', async () => {
    const { id } = await userOf('lina');
    const changed = await call('PATCH', `/users/${id}`, { communes: null, phone: '02403 1' });
    expect(changed.json).toMatchObject({ communes: null, phone: '02403 1', name: 'Lina Sommer' });
    const refused = await call('PATCH', `/users/${id}`, { role: 'coordinator' });
    expect([refused.status, refused.json.code]).toEqual([409, 'has-journeys']);
    const jana = await userOf('jana');
    const moved = await call('PATCH', `/users/${jana.id}`, { role: 'admin' });
    expect(moved.json).toMatchObject({ role: 'admin', communes: null });
    expect(
      (await call('PATCH', `/users/${jana.id}`, { role: 'coach', communes: ['eschweiler'] })).status,
    ).toBe(200);
  });

  it('are never locked out by themselves', async () => {
    const { id } = await userOf('root');
    for (const [method, path, body] of [
      ['PUT', 'end'],
      ['POST', 'invitation'],
      ['PATCH', '', { role: 'coach' }],
    ] as const) {
      const answer = await call(method, `/users/${id}${path && `/${path}`}`, body);
      expect([answer.status, answer.json.code]).toEqual([409, 'own-account']);
    }
    expect((await call('PATCH', `/users/${id}`, { name: 'Root Beispiel' })).status).toBe(200);
  });
});

describe('an invitation', () => {
  it('lets somebody choose a password once, and signs her in', async () => {
    const { id } = await userOf('lina');
    const { json } = await call('POST', `/users/${id}/invitation`);
    expect((await userOf('lina')).invitedUntil).toBe(json.expiresAt);
    const { rows } = await api.platform.sql.query('SELECT a::text FROM access.account a');
    expect(JSON.stringify(rows)).not.toContain(json.code);
    const accept = (code: string) =>
      api.call('POST', '/api/v1/session/invitation', { body: { code, password } });
    const accepted = await accept(json.code);
    expect([accepted.status, accepted.json.email]).toEqual([200, 'lina@example.org']);
    expect(accepted.headers.get('set-cookie')).toMatch(/HttpOnly/);
    expect((await signIn('lina@example.org')).status).toBe(200);
    expect(await userOf('lina')).toMatchObject({
      hasPassword: true,
      invitedUntil: null,
      lastSignedIn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    });
    const twice = await accept(json.code);
    expect([twice.status, twice.json.code]).toEqual([404, 'invitation-not-valid']);
  });

  it('ends the password and the sessions before it, and itself after a week', async () => {
    const { id } = await userOf('lina');
    const cookie = (await signIn('lina@example.org')).headers.get('set-cookie')?.split(';')[0] ?? '';
    const first = (await call('POST', `/users/${id}/invitation`)).json;
    expect((await signIn('lina@example.org')).status).toBe(401);
    const { rows } = await api.platform.sql.query('SELECT 1 FROM access.session WHERE account_id = $1', [id]);
    expect([cookie.length > 0, rows]).toEqual([true, []]);
    const second = (await call('POST', `/users/${id}/invitation`)).json;
    const accept = (code: string) =>
      api.call('POST', '/api/v1/session/invitation', { body: { code, password } });
    expect((await accept(first.code)).status).toBe(404);
    await api.platform.sql.query(
      `UPDATE access.account SET invite_expires_at = now() - interval '1 s' WHERE id = $1`,
      [id],
    );
    expect((await accept(second.code)).status).toBe(404);
    expect((await userOf('lina')).invitedUntil).toBeNull();
  });

  it('is guessed ten times, then one waits', async () => {
    const tried = [];
    for (let n = 0; n < 12; n += 1) {
      const body = { code: `guess ${n}`, password };
      tried.push((await api.call('POST', '/api/v1/session/invitation', { body })).status);
    }
    expect(tried.filter((status) => status === 429).length).toBeGreaterThan(0);
    expect(tried.filter((status) => status !== 404 && status !== 429)).toEqual([]);
  });
});

describe('an account that ends', () => {
  it('lets nobody in from that moment, keeps what it did, and can be used again', async () => {
    const mara = await userOf('mara');
    expect((await call('GET', '/me', undefined, 'mara')).status).toBe(200);
    const ended = await call('PUT', `/users/${mara.id}/end`);
    expect(ended.json).toMatchObject({ endedAt: expect.any(String), journeys: 1 });
    // a credential is remembered for a second, at this process too
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect((await call('GET', '/me', undefined, 'mara')).status).toBe(401);
    expect((await call('POST', `/users/${mara.id}/invitation`)).json.code).toBe('account-ended');
    const again = await call('DELETE', `/users/${mara.id}/end`);
    expect(again.json).toMatchObject({ endedAt: null, journeys: 1 });
    expect((await call('GET', '/me', undefined, 'mara')).status).toBe(401);
    expect((await call('POST', `/users/${mara.id}/invitation`)).status).toBe(201);
    expect((await call('PUT', '/users/0197a3c4-5d1e-7c3a-9b52-0c5d0f6f2b11/end')).status).toBe(404);
  });
});

describe('tokens', () => {
  const tokens = async (): Promise<AccessToken[]> => (await call('GET', '/tokens?limit=200')).json.items;

  it('are made for oneself, shown once, listed without the secret, and revoked at once', async () => {
    const made = await call('POST', '/tokens', { label: 'Überwachung', days: 30 }, 'rosa');
    expect(made.status).toBe(201);
    const { token, expiresAt } = made.json;
    expect(Date.parse(expiresAt) - Date.now()).toBeLessThan(30.1 * 86_400_000);
    expect((await call('GET', '/me', undefined, token)).json.email).toBe('rosa@example.org');
    const listed = await tokens();
    const own = listed.find(({ label }) => label === 'Überwachung');
    expect(own?.user).toEqual({ email: 'rosa@example.org', name: 'rosa Beispiel', role: 'admin' });
    expect(JSON.stringify(listed)).not.toContain(token);
    expect((await call('DELETE', `/tokens/${own?.id}`)).status).toBe(204);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect((await call('GET', '/me', undefined, token)).status).toBe(401);
    expect((await call('DELETE', `/tokens/${own?.id}`)).status).toBe(204);
  });

  it('name nobody else: the body has no account', async () => {
    const answer = await call('POST', '/tokens', { label: 'x', days: 30, user: 'mara@example.org' });
    expect(answer.status).toBe(422);
  });
});
