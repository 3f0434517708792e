import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApi, type Api } from '../support/api.js';
import { asAdmin } from '../support/database.js';
import { inDays, journeyCalls, opening, paper, person, staff, today } from '../support/journey-calls.js';

let api: Api;
const { opened, post, get } = journeyCalls(() => api);

beforeAll(async () => {
  api = await startApi({ ...staff, mara: { ...staff.mara, password: 'Kennwortcanary-1' } });
});
afterAll(() => api?.close());

const canaries = {
  externalId: 'Kennungcanary-77123',
  givenName: 'Vornamecanary',
  familyName: 'Nachnamecanary',
  email: 'canary-address@example.org',
  phone: '+49 151 7712345678',
};

/** Requests of every kind that bring somebody's data along, taken and refused. */
async function talk(): Promise<void> {
  const { externalId, givenName, familyName, email, phone } = canaries;
  const participant = person({ givenName, familyName, email, phone, channels: ['email'] });
  const body = opening({ externalId, participant, document: paper(70) });
  const id = await opened(body);
  await opened({ ...body, externalId: `${externalId}-2` });
  await api.call('POST', '/api/v1/journeys', { as: 'mara', body }); // the Kennung is taken
  await api.call('POST', '/api/v1/journeys', { as: 'mara', body: { ...body, commune: familyName } });
  await post(id, 'contacts', { on: today, kind: familyName, note: `Notizcanary ${givenName}` });
  await post(id, 'close', { on: inDays(9), reason: 'moved_away', note: givenName });
  await get(`/journeys?q=${familyName}`);
  await get(`/journeys?q=%00${familyName}`);
  await get(`/journeys/${familyName}`);
  await get(`/${givenName}/${familyName}?email=${email}`);
  await api.call('GET', '/api/v1/journeys', { as: 'Tokencanary-of-nobody' });
  await api.call('GET', '/api/v1/journeys', { headers: { cookie: 'lotse_session=Cookiecanary' } });
  await api.call('GET', '/api/v1/me', { headers: { 'x-request-id': familyName, 'user-agent': givenName } });
  const session = '/api/v1/session';
  await api.call('POST', session, { body: { email: 'mara@example.org', password: 'Kennwortcanary-1' } });
  await api.call('POST', session, { body: { email, password: 'Kennwortcanary-falsch' } });
  await api.call('POST', session, { file: { type: 'application/json', text: `{"email": ${familyName}` } });
}

describe('the log of the API', () => {
  it('says of each request when, by which route, how it ended and how long it took, and names nobody', async () => {
    api.lines.length = 0;
    await talk();
    const said = JSON.stringify(api.lines);
    expect(said).not.toMatch(/canary|mara|example\.org|7712345678|beispiel/i);
    for (const token of Object.values(api.tokens)) expect(said).not.toContain(token);
    expect(api.lines.length).toBeGreaterThanOrEqual(15);
    for (const line of api.lines.filter(({ event }) => event === 'request')) {
      expect(Object.keys(line).sort()).toEqual([
        'event',
        'level',
        'method',
        'ms',
        'requestId',
        'route',
        'status',
      ]);
      expect(line['route'] ?? '/').toMatch(/^[a-z0-9/:*A-Z-]+$/);
    }
  });

  it('goes by the id that a proxy gave the request, when it is one', async () => {
    const given = [randomUUID(), '0af7651916cd43dd8448eb211c80319c'];
    for (const id of given) {
      const { headers } = await api.call('GET', '/health/live', { headers: { 'x-request-id': id } });
      expect(headers.get('x-request-id')).toBe(id);
      expect(api.lines.at(-1)).toMatchObject({ event: 'request', requestId: id });
    }
    for (const id of ['Nachnamecanary', `${given[0]};`, '0af7651916cd43dd']) {
      const { headers } = await api.call('GET', '/health/live', { headers: { 'x-request-id': id } });
      expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  it('says of what goes wrong on our side only its class and place', async () => {
    const admin = api.database.adminUrl;
    await asAdmin(admin, 'ALTER TABLE rm.journey RENAME COLUMN standing TO lost');
    api.lines.length = 0;
    const participant = person({ givenName: canaries.givenName, familyName: canaries.familyName });
    const answer = await api.call('POST', '/api/v1/journeys', { as: 'mara', body: opening({ participant }) });
    await asAdmin(admin, 'ALTER TABLE rm.journey RENAME COLUMN lost TO standing');
    expect(answer.status).toBe(500);
    const line = api.lines.find(({ level }) => level === 'error');
    expect(line).toMatchObject({ event: 'internal-error', requestId: answer.json.requestId, code: '42703' });
    expect(JSON.stringify(api.lines)).not.toMatch(/canary|standing/i);
  });
});
