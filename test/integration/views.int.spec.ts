import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { View } from '../../contract/pages/views.js';
import { mostViews } from '../../src/views/kept-views.js';
import { codes, startApi, type Api } from '../support/api.js';
import {
  inDays,
  journeyCalls,
  opening,
  paper,
  person,
  seen,
  staff,
  today,
} from '../support/journey-calls.js';

let api: Api;
const { opened, post, get } = journeyCalls(() => api);

beforeAll(async () => {
  api = await startApi(staff);
  await opened(opening({ document: paper(20), participant: person({ language: 'ti' }) }));
  const asked = await opened(opening({ commune: 'stolberg', document: paper(30) }));
  await post(asked, 'renewal-requests', { on: today, proof: 'receipt_seen' });
  await opened(opening({ coach: 'jana@example.org', document: paper(40) }), 'karl');
  await opened(opening({ commune: 'monschau', participant: person({ language: 'fa' }) }), 'olga');
});
afterAll(() => api?.close());

const viewsOf = async (as: string): Promise<View[]> => (await get('/views?limit=200', as)).json.items;
const keep = (as: string, body: object, more: { key?: string } = {}) =>
  api.call('POST', '/api/v1/views', { as, body, ...more });
const change = (as: string, id: string, body: object) =>
  api.call('PATCH', `/api/v1/views/${id}`, { as, body });
const countOf = async (as: string, { id }: { id: string }): Promise<number | undefined> =>
  (await viewsOf(as)).find((view) => view.id === id)?.count;

/** As many as the list of the same filters has. */
async function listed(as: string, filters: View['filters']): Promise<number> {
  const query = new URLSearchParams({ ...(filters as Record<string, string>), limit: '200' });
  return (await get(`/journeys?${query.toString()}`, as)).json.items.length;
}

describe('views', () => {
  it('come with Lotse, by role and in the reader’s language; each number is that of its list', async () => {
    const names = async (as: string) =>
      (await viewsOf(as)).filter(({ owner }) => !owner).map(({ name }) => name);
    expect(await names('mara')).toEqual([
      'Meine Teilnehmenden',
      'Papier läuft ab (8 Wochen), nichts beantragt',
      'Bedarf erhoben, noch ohne Plan',
      'Warteliste',
    ]);
    expect(await names('karl')).toContain('Ohne Coach');
    const english = await get('/views', 'mara', { 'accept-language': 'en' });
    expect(english.json.items[0].name).toBe('My participants');
    for (const as of ['mara', 'jana', 'karl', 'olga']) {
      for (const view of await viewsOf(as)) {
        expect([as, view.name, view.count]).toEqual([as, view.name, await listed(as, view.filters)]);
      }
    }
    const [own, ending] = await viewsOf('mara');
    expect([own?.count, ending?.count]).toEqual([2, 1]);
  });

  it('are kept with filters, columns and order, and count what whoever looks sees', async () => {
    const body = {
      name: 'Tigrinya',
      sharedWith: 'all',
      filters: { language: 'ti', coach: 'mara@example.org' },
      columns: ['paper', 'coach'],
      sort: 'paper',
    };
    const kept = await keep('karl', body);
    expect(kept).toMatchObject({
      status: 201,
      json: { ...body, owner: { name: 'karl Beispiel', isMe: true } },
    });
    expect(kept.json.count).toBe(await listed('karl', kept.json.filters));
    expect(kept.json.count).toBeGreaterThan(0);
    expect(await countOf('olga', kept.json)).toBe(0);
    // a colleague's people are counted by what the list shows of them
    expect(await countOf('jana', kept.json)).toBe(await listed('jana', kept.json.filters));
  });

  it('are seen by whom they are shared with, and changed by nobody else', async () => {
    const { json: own } = await keep('karl', { name: 'Nur meine', filters: {} });
    const { json: shared } = await keep('karl', {
      name: 'Für die Koordination',
      sharedWith: 'coordination',
      filters: {},
    });
    const ids = async (as: string) => (await viewsOf(as)).map(({ id }) => id);
    expect(await ids('karl')).toEqual(expect.arrayContaining([own.id, shared.id]));
    expect(await ids('olga')).toContain(shared.id);
    expect(await ids('olga')).not.toContain(own.id);
    expect(await ids('mara')).not.toContain(shared.id);
    expect(seen(await change('olga', shared.id, { name: 'Anders' }))).toEqual({
      status: 403,
      code: 'forbidden',
    });
    expect(seen(await change('mara', shared.id, { name: 'Anders' }))).toEqual({
      status: 404,
      code: 'not-found',
    });
    const [given] = await viewsOf('karl');
    expect(seen(await change('karl', given?.id ?? '', { name: 'Anders' }))).toMatchObject({ status: 403 });
    expect((await change('karl', shared.id, { sharedWith: 'all' })).json).toMatchObject({
      name: 'Für die Koordination',
      sharedWith: 'all',
    });
    expect(await ids('mara')).toContain(shared.id);
    const forget = (as: string) => api.call('DELETE', `/api/v1/views/${shared.id}`, { as });
    expect([
      (await forget('mara')).status,
      (await forget('karl')).status,
      (await forget('karl')).status,
    ]).toEqual([403, 204, 404]);
  });

  it('count also where only one is asked for, of everybody’s', async () => {
    const { json } = await keep('mara', { name: 'Aufnahme', filters: { phase: 'contacted', coach: 'me' } });
    expect(json.count).toBe(await listed('mara', json.filters));
  });

  it('count whoever has come into a phase since a day', async () => {
    const filters = { open: 'all', move: 'contacted.entered', moveSince: inDays(-1) };
    const { json } = await keep('karl', { name: 'Neu dabei', filters });
    expect(json).toMatchObject({ filters, count: await listed('karl', json.filters) });
    expect(json.count).toBeGreaterThan(0);
    const later = await keep('karl', { name: 'Ab morgen', filters: { ...filters, moveSince: inDays(1) } });
    expect(later.json.count).toBe(0);
  });

  it('are kept once, however often the same is sent', async () => {
    const body = { name: 'Einmal', filters: {} };
    const sent = await Promise.all([1, 2].map(() => keep('jana', body, { key: 'view-once' })));
    expect(new Set(sent.map(({ json }) => json.id)).size).toBe(1);
    expect((await viewsOf('jana')).filter(({ name }) => name === 'Einmal')).toHaveLength(1);
  });

  it('take no filter that the list does not have, no name that is none, and no address of nobody', async () => {
    const wrong = await keep('mara', { name: ' ', filters: { q: 'Layla', paperWeeks: '0' } });
    expect(wrong.status).toBe(422);
    expect(Object.keys(codes(wrong))).toEqual(expect.arrayContaining(['/name', '/filters/paperWeeks']));
    expect(codes(await keep('mara', { name: 'Fremd', filters: { coach: 'niemand@example.org' } }))).toEqual({
      '/filters/coach': 'unknown-coach',
    });
  });

  it('hold nobody in plain: a coach is her account', async () => {
    await keep('karl', { name: 'Von Jana', filters: { coach: 'jana@example.org' } });
    const { rows } = await api.platform.sql.query<{ row: string }>(
      'SELECT v::text AS row FROM access.view v',
    );
    expect(rows.map(({ row }) => row).join()).not.toContain('@');
    expect((await viewsOf('karl')).find(({ name }) => name === 'Von Jana')?.filters.coach).toBe(
      'jana@example.org',
    );
  });

  it('are no more than can be looked through', async () => {
    const had = (await viewsOf('olga')).filter(({ owner }) => owner?.isMe).length;
    for (let n = had; n < mostViews; n += 1)
      expect((await keep('olga', { name: `V${n}`, filters: {} })).status).toBe(201);
    expect(seen(await keep('olga', { name: 'Zu viel', filters: {} }))).toEqual({
      status: 409,
      code: 'too-many-views',
    });
  });

  it('mean the same next week: weeks are counted from the day on which somebody looks', async () => {
    const { json } = await keep('mara', { name: 'Bald', filters: { dueWeeks: '3' } });
    expect(json.count).toBe(await listed('mara', { dueBefore: inDays(22) } as View['filters']));
  });
});
