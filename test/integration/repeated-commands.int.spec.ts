import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { codes, startApi, type Api } from '../support/api.js';
import {
  opening,
  paper,
  beforePlan,
  consent,
  plan,
  seen,
  journeyCalls,
  staff,
} from '../support/journey-calls.js';

let api: Api;
const { opened, post, get } = journeyCalls(() => api);

beforeAll(async () => {
  api = await startApi(staff);
});
afterAll(() => api?.close());

describe('the same command', () => {
  const key = () => randomUUID();

  it('has one effect and one answer, later and at once', async () => {
    const named = key();
    const [one, two, three] = await Promise.all(
      [1, 2, 3].map(() => api.call('POST', '/api/v1/journeys', { as: 'mara', body: opening(), key: named })),
    );
    expect(one).toMatchObject({ status: 201 });
    expect([two?.text, three?.text]).toEqual([one?.text, one?.text]);
    const id = one?.json.id as string;
    const body = paper(100);
    const first = await post(id, 'documents', body, { key: named });
    await post(id, 'milestones', consent('case_work'));
    const later = await post(
      id,
      'documents',
      { validUntil: body.validUntil, kind: body.kind },
      { key: named },
    );
    expect(later.status).toBe(201);
    expect(later.json).toEqual(first.json);
    expect(later.headers.get('etag')).toBe('"2"');
    expect((await get(`/journeys/${id}`)).json).toMatchObject({ version: 3, documents: [{}] });
  });

  it('comes with the version it was made from, also when it is repeated', async () => {
    const id = await opened();
    const named = { key: key(), ifMatch: 1 };
    expect((await post(id, 'documents', paper(50), named)).status).toBe(201);
    expect((await post(id, 'documents', paper(50), named)).status).toBe(201);
  });

  it('is refused with another body, another path or another meaning of the same key', async () => {
    const [id, other] = [await opened(), await opened()];
    const named = { key: key() };
    await post(id, 'documents', paper(50), named);
    for (const answer of [
      await post(id, 'documents', paper(51), named),
      await post(other, 'documents', paper(50), named),
    ]) {
      expect(seen(answer)).toEqual({ status: 422, code: 'idempotency-key-reused' });
      expect(codes(answer)).toEqual({ '/idempotency-key': 'idempotency-key-reused' });
    }
    expect((await get(`/journeys/${other}`)).json.documents).toEqual([]);
    // another account's key, and another route's, are other keys
    expect((await post(id, 'documents', paper(60), { ...named, as: 'karl' })).status).toBe(201);
    expect((await post(id, 'milestones', consent('case_work'), named)).status).toBe(201);
  });

  it('is remembered also where it said nothing new', async () => {
    const id = await opened(opening({ document: paper(50) }));
    const named = { key: key() };
    const same = await post(id, 'documents', paper(50), named);
    expect(same).toMatchObject({ status: 201, json: { version: 1 } });
    await post(id, 'documents', paper(60));
    expect((await post(id, 'documents', paper(50), named)).json).toEqual(same.json);
    expect(seen(await post(id, 'documents', paper(70), named)).code).toBe('idempotency-key-reused');
  });

  it('was refused, and is judged anew', async () => {
    const id = await opened();
    const named = { key: key() };
    expect((await post(id, 'milestones', plan, named)).status).toBe(409);
    await post(id, 'milestones', consent('case_work'));
    for (const first of beforePlan) await post(id, 'milestones', first);
    expect((await post(id, 'milestones', plan, named)).status).toBe(201);
  });
});

describe('two coaches with one version', () => {
  it('are not both recorded: the second one is told the version', async () => {
    const id = await opened(opening(), 'karl');
    const both = await Promise.all(
      ['mara', 'jana'].map((as, at) => post(id, 'documents', paper(50 + at), { as, ifMatch: 1 })),
    );
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([201, 412]));
    const refused = both.find(({ status }) => status === 412);
    expect(refused?.json).toMatchObject({ code: 'stale-version', version: 2 });
  });

  it('are both recorded where they did not say a version', async () => {
    const id = await opened(opening(), 'karl');
    const both = await Promise.all(
      ['mara', 'jana'].map((as, at) => post(id, 'documents', paper(50 + at), { as })),
    );
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    expect((await get(`/journeys/${id}`)).json).toMatchObject({ version: 3, documents: [{}, {}] });
  });
});
