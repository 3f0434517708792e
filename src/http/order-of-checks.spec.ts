import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { colleagues, elsewhere, own, startEdge, things } from '../../test/support/edge-app.js';

let edge: Awaited<ReturnType<typeof startEdge>>;
let call: typeof edge.call;
beforeAll(async () => {
  edge = await startEdge();
  call = edge.call;
});
afterAll(() => edge.close());

describe('the order of checks', () => {
  it('asks first who is there, whatever the body', async () => {
    for (const body of ['{not json', 'x'.repeat(3000), { on: 'never' }]) {
      const answer = await call('POST', things(own), { body });
      expect(answer.status).toBe(401);
      expect(answer.json.code).toBe('not-signed-in');
    }
    expect((await call('POST', things(own), { as: 'nobody', body: {} })).status).toBe(401);
  });

  it('then hides what is out of scope, whatever the body and the id', async () => {
    for (const id of [elsewhere, own.replace('1', '9'), 'no-uuid', '%00']) {
      const answer = await call('POST', things(id), { as: 'mara', body: '{not json' });
      expect([id, answer.status, answer.json.code]).toEqual([id, 404, 'not-found']);
    }
  });

  it('then refuses the wrong role, before it looks at the body', async () => {
    expect((await call('PUT', `/api/v1/journeys/${own}/coach`, { as: 'mara', body: '{' })).status).toBe(403);
    expect((await call('PUT', `/api/v1/journeys/${elsewhere}/coach`, { as: 'mara', body: '{' })).status).toBe(
      404,
    );
    expect(
      (await call('PUT', `/api/v1/journeys/${colleagues}/coach`, { as: 'karl', body: '{' })).status,
    ).toBe(400);
  });

  it('refuses what the body names before it looks at the fields, but not before the body can be read', async () => {
    const record = async (body: string | object) =>
      (await call('POST', things(own), { as: 'mara', body })).json.code;
    expect(await record({ name: 'moon', on: 'never' })).toBe('forbidden');
    expect(await record({ name: 'sun', on: 'never' })).toBe('invalid-input');
    expect(await record('{"name": "moon"')).toBe('malformed-json');
  });

  it('refuses an administrator every journey, there or not', async () => {
    for (const id of [own, elsewhere, 'no-uuid']) {
      expect((await call('GET', `/api/v1/journeys/${id}`, { as: 'root' })).status).toBe(403);
    }
  });

  it("shows a colleague's journey reduced and lets nobody write to it", async () => {
    expect((await call('GET', `/api/v1/journeys/${colleagues}`, { as: 'mara' })).json).toEqual({
      access: 'reduced',
      account: 'mara',
    });
    expect((await call('POST', things(colleagues), { as: 'mara', body: {} })).status).toBe(403);
    expect((await call('GET', `/api/v1/journeys/${own}`, { as: 'mara' })).json.access).toBe('full');
  });

  it('refuses a write that comes with the cookie from another site', async () => {
    const write = (origin: string) =>
      call('POST', things(own), {
        body: { on: '2026-11-23', name: 'a' },
        headers: { cookie: 'lotse_session=mara', origin },
      });
    expect((await write('https://evil.example')).json.code).toBe('foreign-origin');
    expect((await write('null')).status).toBe(403);
    expect((await write('https://lotse.example.org')).status).toBe(201);
    expect((await write(edge.base)).status).toBe(201);
  });
});
