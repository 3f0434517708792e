import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codes, own, startEdge, things } from '../../test/support/edge-app.js';

let edge: Awaited<ReturnType<typeof startEdge>>;
let call: typeof edge.call;
beforeAll(async () => {
  edge = await startEdge();
  call = edge.call;
});
afterAll(() => edge.close());

describe('input', () => {
  it('reaches the handler checked, with version and key, and the answer carries the new version', async () => {
    const answer = await call('POST', things(own), {
      as: 'mara',
      body: { on: '2026-11-23', name: ' Brief ', contact: { email: 'A@Example.org' } },
      headers: { 'if-match': '"7"', 'idempotency-key': 'key-1' },
    });
    expect(answer.status).toBe(201);
    expect(answer.headers.get('etag')).toBe('"8"');
    expect(answer.json.seen).toEqual({
      params: { id: own },
      query: {},
      headers: {},
      body: { on: '2026-11-23', name: 'Brief', contact: { email: 'a@example.org' } },
      ifMatch: 7,
      idempotencyKey: 'key-1',
    });
  });

  it('takes an id in either spelling as one', async () => {
    const id = 'ABCDEF00-0000-4000-8000-00000000000A';
    const answer = await call('GET', `/api/v1/ids/${id}`, { as: 'mara' });
    expect(answer.json).toEqual({ id: id.toLowerCase() });
  });

  it('names every bad field at once, with pointer and code, and never the value', async () => {
    const answer = await call('POST', things(own), {
      as: 'mara',
      body: {
        on: '2026-02-30',
        contact: { email: 'Amina Karimi', phones: [2, 'Amina 01234567'], 'a/b~c': 1 },
        state: 'Amina',
        more: 1,
      },
      headers: { 'if-match': '7', 'idempotency-key': 'with space' },
    });
    expect(answer.status).toBe(422);
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(codes(answer)).toEqual({
      '/on': 'invalid-date',
      '/name': 'required',
      '/contact/email': 'malformed-email',
      '/contact/phones/0': 'wrong-type',
      '/contact/phones/1': 'too-long',
      '/contact/a~1b~0c': 'unknown-field',
      '/state': 'invalid-value',
      '/more': 'unknown-field',
      'header/if-match': 'invalid-format',
      'header/idempotency-key': 'invalid-format',
    });
    expect(answer.text).not.toContain('Amina');
  });

  it('wants an object, and text that a database can hold', async () => {
    expect(codes(await call('POST', things(own), { as: 'mara' }))).toEqual({ '': 'required' });
    expect(codes(await call('POST', things(own), { as: 'mara', body: '[]' }))).toEqual({ '': 'wrong-type' });
    for (const name of ['"a\\u0000"', '"\\ud800"']) {
      const body = `{"on":"2026-11-23","name":${name}}`;
      expect(codes(await call('POST', things(own), { as: 'mara', body }))).toEqual({
        '/name': 'invalid-characters',
      });
    }
    const emoji = await call('POST', things(own), {
      as: 'mara',
      body: '{"on":"2026-11-23","name":"\\ud83d\\ude00"}',
    });
    expect(emoji.json.seen.body.name).toBe('😀');
  });

  it('pages by fifty unless told otherwise, and knows its query', async () => {
    expect((await call('GET', '/api/v1/things', { as: 'mara' })).json).toEqual({ limit: 50 });
    expect((await call('GET', '/api/v1/things?limit=200&cursor=x', { as: 'mara' })).json).toEqual({
      limit: 200,
      cursor: 'x',
    });
    const wrong = await call('GET', '/api/v1/things?limit=201&cursor=%00&least=a&name=Amina', { as: 'mara' });
    expect(codes(wrong)).toEqual({
      'query/limit': 'too-large',
      'query/cursor': 'invalid-characters',
      'query/least': 'invalid-format',
      'query/name': 'unknown-field',
    });
  });

  it('refuses a body that is no JSON, another type or too large', async () => {
    const send = (body: string, headers = {}) => call('POST', things(own), { as: 'mara', body, headers });
    expect((await send('{"name": "Amina')).json).toMatchObject({ status: 400, code: 'malformed-json' });
    expect((await send('{"name": "Amina')).text).not.toContain('Amina');
    expect((await send('a=b', { 'content-type': 'application/x-www-form-urlencoded' })).json.code).toBe(
      'unsupported-content-type',
    );
    expect((await send(`"${'x'.repeat(2000)}"`)).json).toMatchObject({ status: 413, code: 'body-too-large' });
    const stream = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(1000)),
    });
    const init = { method: 'POST', body: stream, duplex: 'half', headers: { authorization: 'Bearer mara' } };
    const endless = await fetch(edge.base + things(own), init as RequestInit).then(
      (r) => r.status,
      () => 'closed',
    );
    expect([413, 'closed']).toContain(endless);
    expect(
      (
        await call('POST', '/api/v1/uploads', {
          body: 'a;b',
          headers: { 'content-type': 'text/csv; charset=utf-8' },
        })
      ).json,
    ).toEqual({ bytes: 3 });
  });
});
