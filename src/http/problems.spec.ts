import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { lines, startEdge } from '../../test/support/edge-app.js';

let edge: Awaited<ReturnType<typeof startEdge>>;
let call: typeof edge.call;
beforeAll(async () => {
  edge = await startEdge();
  call = edge.call;
});
afterAll(() => edge.close());

describe('what goes wrong', () => {
  it('is a problem for unknown paths, wrong methods and addresses that can not be read', async () => {
    expect((await call('GET', '/api/v1/nothing?name=Amina')).json).toMatchObject({
      status: 404,
      code: 'no-such-route',
    });
    const wrong = await call('DELETE', '/api/v1/things');
    expect([wrong.status, wrong.json.code, wrong.headers.get('allow')]).toEqual([
      405,
      'method-not-allowed',
      'GET',
    ]);
    expect((await call('GET', '/api/v1/failures/%zz')).json).toMatchObject({
      status: 400,
      code: 'bad-request',
    });
  });

  it('tells nothing but a request id, and logs class, code and place', async () => {
    lines.length = 0;
    const bug = await call('GET', '/api/v1/failures/bug');
    expect(Object.keys(bug.json).toSorted()).toEqual(['code', 'requestId', 'status', 'title', 'type']);
    expect(bug.json).toMatchObject({
      status: 500,
      code: 'internal-error',
      requestId: bug.headers.get('x-request-id'),
    });
    const away = await call('GET', '/api/v1/failures/away');
    expect([away.status, away.json.code, away.headers.get('retry-after')]).toEqual([
      503,
      'database-unavailable',
      '5',
    ]);
    await call('GET', '/api/v1/failures/sql');
    await call('GET', '/api/v1/things?name=Amina');
    expect(lines).toContainEqual(
      expect.objectContaining({
        event: 'internal-error',
        error: 'Error',
        code: '23505',
        routine: '_bt_check_unique',
      }),
    );
    expect(lines).toContainEqual(
      expect.objectContaining({
        event: 'request',
        method: 'GET',
        route: '/api/v1/failures/:kind',
        status: 500,
      }),
    );
    expect(JSON.stringify(lines)).not.toContain('Amina');
  });

  it('answers with headers that keep it from being a page or a copy', async () => {
    const { headers } = await call('GET', '/api/v1/things');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
  });
});

it('describes every route as OpenAPI 3.1', async () => {
  const { json } = await call('GET', '/api/openapi.json');
  expect(json.openapi).toBe('3.1.0');
  const record = json.paths['/api/v1/journeys/{id}/things'].post;
  expect(record.parameters.map((p: { name: string }) => p.name)).toEqual([
    'id',
    'If-Match',
    'Idempotency-Key',
  ]);
  expect(record.requestBody.content['application/json'].schema.required).toEqual(['on', 'name']);
  expect(json.paths['/api/v1/things'].get.parameters.map((p: { name: string }) => p.name)).toEqual([
    'limit',
    'cursor',
    'least',
  ]);
  expect(json.paths['/api/openapi.json'].get.security).toEqual([]);
});
