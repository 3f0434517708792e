import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApi, type Api } from '../support/api.js';

const ui = 'http://127.0.0.1:8233';
const path = '/api/temporal-codec/decode';
let api: Api;

beforeAll(async () => {
  const staff = { ada: { role: 'admin' }, mara: { role: 'coach', communes: ['alsdorf'] } } as const;
  api = await startApi(staff, { LOTSE_TEMPORAL_UI_URL: ui });
}, 60_000);
afterAll(() => api.close());

describe('Temporal’s pages', () => {
  const plain = {
    metadata: { encoding: Buffer.from('json/plain').toString('base64') },
    data: Buffer.from('{"phase":"intake"}').toString('base64'),
  };

  it('get back what was sealed, for an operator who is signed in', async () => {
    const sealed = await api.call('POST', '/api/temporal-codec/encode', {
      as: 'ada',
      body: { payloads: [plain] },
    });
    expect(sealed.status).toBe(200);
    expect(sealed.text).not.toContain(plain.data);
    const opened = await api.call('POST', path, { as: 'ada', body: sealed.json });
    expect(opened.json).toEqual({ payloads: [plain] });
  });

  it('get an empty answer to an empty question, as the command line asks it', async () => {
    expect((await api.call('POST', path, { as: 'ada', body: {} })).json).toEqual({ payloads: [] });
  });

  it('may ask from their own origin with the reader’s cookie, and from no other', async () => {
    const ask = (origin: string) => api.call('OPTIONS', path, { headers: { origin } });
    const welcome = await ask(ui);
    expect(welcome.status).toBe(204);
    expect(welcome.headers.get('access-control-allow-origin')).toBe(ui);
    expect(welcome.headers.get('access-control-allow-credentials')).toBe('true');
    expect((await ask('http://evil.example')).headers.get('access-control-allow-origin')).toBeNull();
  });

  it('open nothing for a coach, nor for a stranger', async () => {
    expect((await api.call('POST', path, { as: 'mara', body: {} })).status).toBe(403);
    expect((await api.call('POST', path, { body: {} })).status).toBe(401);
  });
});
