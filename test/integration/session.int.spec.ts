import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { me } from '../../contract/access.js';
import { examples } from '../../src/demonstration/colleagues.js';
import { startApi, type Api } from '../support/api.js';
import { asAdmin } from '../support/database.js';

/** Half an hour after midnight in Berlin. */
const clock = { LOTSE_CLOCK_OFFSET_MS: String(Date.parse('2026-11-22T23:30:00Z') - Date.now()) };
const demonstration = { LOTSE_DEMO: 'on', LOTSE_MAIL_CATCHER: 'on' };
const nameOf = (email: string): string => email.replace('@example.org', '');
/** The cast of the demonstration that one signs in as, without a password. */
const cast = Object.fromEntries(examples.map(({ email, role }) => [nameOf(email), { role }]));
const path = '/api/v1/session/demonstration';
const sessionsOf = async ({ platform }: Api): Promise<number> =>
  (await platform.sql.query('SELECT 1 FROM access.session')).rows.length;

describe('what an account is told about itself', () => {
  let api: Api;
  beforeAll(async () => {
    api = await startApi(
      {
        mara: { role: 'coach', communes: ['stolberg'] },
        karl: { role: 'coordinator' },
        root: { role: 'admin', password: 'drei Wege, ein Ziel' },
      },
      { ...clock, LOTSE_OFFICE_PHONE: '02403 71 1234' },
    );
  });
  afterAll(() => api?.close());
  const ask = async (as: string) => me.parse((await api.call('GET', '/api/v1/me', { as })).json);

  it('is the day in Berlin, the scope, the programme and where mail goes', async () => {
    expect(await ask('mara')).toMatchObject({
      today: '2026-11-23',
      scope: 'own',
      deputyFor: [],
      settings: {},
      demonstration: false,
      mailCatcher: false,
      programme: { key: 'durchstarten', version: 1 },
    });
    expect([(await ask('karl')).scope, (await ask('root')).scope]).toEqual(['region', 'none']);
  });

  it('is the same after signing in', async () => {
    const body = { email: 'root@example.org', password: 'drei Wege, ein Ziel' };
    expect((await api.call('POST', '/api/v1/session', { body })).json).toEqual(await ask('root'));
  });

  it('holds a key for drafts: each has her own, the same each time, stored nowhere', async () => {
    const { draftKey } = await ask('mara');
    expect(Buffer.from(draftKey, 'base64')).toHaveLength(32);
    expect((await ask('mara')).draftKey).toBe(draftKey);
    expect((await ask('karl')).draftKey).not.toBe(draftKey);
    const { rows } = await api.platform.sql.query('SELECT a::text FROM access.account a');
    expect(JSON.stringify(rows)).not.toContain(draftKey);
  });

  it('keeps how she likes her pages, and what is not named stays', async () => {
    const change = (settings: object) => api.call('PATCH', '/api/v1/me', { as: 'mara', body: { settings } });
    expect((await change({ colours: 'dark', singleKeys: false })).json).toEqual({
      ...(await ask('mara')),
      settings: { colours: 'dark', singleKeys: false },
    });
    await change({ colours: 'light' });
    expect((await ask('mara')).settings).toEqual({ colours: 'light', singleKeys: false });
    expect((await ask('karl')).settings).toEqual({});
    expect((await change({ colours: 'pink', wallpaper: 'cat' })).json.errors).toHaveLength(2);
  });

  it('is preceded by what the page to sign in has to know', async () => {
    const { json } = await api.call('GET', '/api/v1/session/options');
    expect(json).toEqual({ demonstration: [], idleMinutes: 720, officePhone: '02403 71 1234' });
  });
});

describe('signing in to the demonstration', () => {
  it('is not there in real use, whatever is sent, and makes no session', async () => {
    const api = await startApi(cast, { LOTSE_MAIL_CATCHER: 'on' });
    await asAdmin(api.database.adminUrl, 'INSERT INTO demo.demonstration (made_for) VALUES (now())');
    const email = examples[0]?.email ?? '';
    for (const body of [{ role: 'coach' }, { role: 'king' }, {}, 'coach', { email, password: 'x' }]) {
      const answer = await api.call('POST', path, { body, as: nameOf(email) });
      expect(answer).toMatchObject({ status: 404, json: { code: 'not-found' } });
      expect(answer.headers.get('set-cookie')).toBeNull();
    }
    const broken = { type: 'application/json', text: '{' };
    expect((await api.call('POST', path, { file: broken })).status).toBe(404);
    expect((await api.call('GET', '/api/v1/session/options')).json.demonstration).toEqual([]);
    expect(await sessionsOf(api)).toBe(0);
    await api.close();
  });

  it('is not there either where it was switched on over data of nobody’s demonstration', async () => {
    const api = await startApi(cast, demonstration);
    expect((await api.call('POST', path, { body: { role: 'admin' } })).status).toBe(404);
    expect(await sessionsOf(api)).toBe(0);
    await api.close();
  });

  it('opens the door as the first of a role, from our own pages only', async () => {
    const { [nameOf(examples[2]?.email ?? '')]: _, ...withoutAdmin } = cast;
    const api = await startApi({ aaron: { role: 'coach' }, ...withoutAdmin }, demonstration);
    await asAdmin(api.database.adminUrl, 'INSERT INTO demo.demonstration (made_for) VALUES (now())');
    const { json: options } = await api.call('GET', '/api/v1/session/options');
    expect(options).toMatchObject({ demonstration: ['coach', 'coordinator'], idleMinutes: 720 });

    const stranger = { origin: 'https://evil.example' };
    const refused = await api.call('POST', path, { body: { role: 'coach' }, headers: stranger });
    expect([refused.status, await sessionsOf(api)]).toEqual([403, 0]);
    expect((await api.call('POST', path, { body: { role: 'king' } })).status).toBe(422);
    expect((await api.call('POST', path, { body: { role: 'admin' } })).status).toBe(404);

    const answer = await api.call('POST', path, { body: { role: 'coach' }, headers: { origin: api.base } });
    expect(answer.json).toMatchObject({ email: examples[0]?.email, demonstration: true, mailCatcher: true });
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^lotse_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    const headers = { cookie: cookie.split(';', 1)[0] ?? '' };
    expect((await api.call('GET', '/api/v1/me', { headers })).json).toEqual(answer.json);
    await api.close();
  });
});
