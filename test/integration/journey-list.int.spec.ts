import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApi, type Api } from '../support/api.js';
import {
  beforePlan,
  consent,
  inDays,
  journeyCalls,
  opening,
  paper,
  person,
  staff,
  today,
} from '../support/journey-calls.js';

let api: Api;
const { opened, post, get } = journeyCalls(() => api);

/** Four journeys of Mara's, by what is special about them. */
let known: Record<'plain' | 'grave' | 'spoken' | 'closed', string>;

beforeAll(async () => {
  api = await startApi(staff);
  const of = (familyName: string, language: string, more: object) =>
    opened(opening({ participant: person({ familyName, language }), ...more }));
  known = {
    plain: await of('Berhane', 'ti', { externalId: 'DS-10', firstContactOn: inDays(-9) }),
    grave: await of('Ärling', 'fa-AF', { externalId: 'DS-9', document: paper(3) }),
    spoken: await of('Zewdi', 'fa', { commune: 'stolberg', document: paper(60) }),
    closed: await of('Cissé', 'fr', { document: paper(30) }),
  };
  await post(known.spoken, 'contacts', { on: today, channel: 'phone', direction: 'in', reached: true });
  await post(known.spoken, 'milestones', consent('case_work'));
  await post(known.spoken, 'milestones', beforePlan[0] ?? {});
  await post(known.spoken, 'modules', { module: 'F6', on: today });
  await post(known.spoken, 'renewal-requests', { on: today, proof: 'receipt_seen' });
  // what nobody else can confirm is no request
  await post(known.grave, 'renewal-requests', { on: today, proof: 'self_reported' });
  await post(known.closed, 'close', { on: today, reason: 'moved_away' });
});
afterAll(() => api?.close());

const nameOf = (id: string): string => Object.entries(known).find(([, each]) => each === id)?.[0] ?? id;

/** What a list holds, by the names of the journeys, in its order. */
async function listed(query: string, as = 'mara'): Promise<string> {
  const { items } = (await get(`/journeys?${query}`, as)).json;
  return items.map(({ id }: { id: string }) => nameOf(id)).join(' ');
}

/** Every item of a list, page after page. */
async function paged(path: string, limit: number): Promise<{ id: string }[]> {
  const read = async (from: string): Promise<{ id: string }[]> => {
    const { items, nextCursor } = (await get(from)).json;
    expect(items.length).toBeLessThanOrEqual(limit);
    return nextCursor === null ? items : [...items, ...(await read(`${first}&cursor=${nextCursor}`))];
  };
  const first = `${path}${path.includes('?') ? '&' : '?'}limit=${limit}`;
  return read(first);
}

describe('a filter', () => {
  it.each([
    ['', 'grave spoken plain'],
    ['open=false', 'closed'],
    ['open=all', 'grave closed spoken plain'],
    ['phase=eligible', 'spoken'],
    ['phase=closed&open=all', 'closed'],
    ['commune=stolberg', 'spoken'],
    ['coach=Mara@example.org', 'grave spoken plain'],
    ['coach=jana@example.org', ''],
    ['flagged=true', 'grave'],
    ['flagged=false', 'spoken plain'],
    ['dueBefore=' + inDays(60), 'grave'],
    ['dueBefore=' + inDays(61), 'grave spoken'],
    ['dueBefore=' + inDays(61) + '&open=all', 'grave closed spoken'],
    ['module=F6', 'spoken'],
    ['module=F1', ''],
    ['moduleState=proposed', 'spoken'],
    ['moduleState=waitlisted', ''],
    ['module=F6&moduleState=proposed', 'spoken'],
    ['module=F1&moduleState=proposed', ''],
    ['rule=document_expiring_unhandled', 'grave'],
    ['rule=no_contact', ''],
    ['dueWeeks=1', 'grave'],
    ['dueWeeks=9', 'grave spoken'],
    ['paperWeeks=1', 'grave'],
    ['paperWeeks=9', 'grave spoken'],
    ['paperWeeks=9&open=all', 'grave closed spoken'],
    ['paperWeeks=9&renewalAsked=false', 'grave'],
    ['renewalAsked=true', 'spoken'],
    ['coach=me', 'grave spoken plain'],
    ['coach=none', ''],
    ['language=fa', 'grave spoken'],
    ['language=fa-AF', 'grave'],
    ['q=berh', 'plain'],
    ['q=ds-9', 'grave'],
    ['q=aerl', 'grave'],
    ['q=merhawi&language=fa&commune=stolberg', 'spoken'],
  ])('%s', async (query, expected) => {
    expect(await listed(query)).toBe(expected);
  });
});

describe('an order', () => {
  it.each([
    ['nextDue', 'grave spoken plain'],
    ['name', 'grave plain spoken'],
    ['externalId', 'grave plain spoken'],
    ['severity', 'grave'],
    ['phase', 'spoken'],
    ['commune', 'spoken'],
    ['lastContactOn', 'grave plain spoken'],
    ['paper', 'grave spoken plain'],
  ])('by %s', async (sort, expected) => {
    const found = await listed(`sort=${sort}`);
    // what is equal is sorted by id: then only one end is sure
    const isSure = sort === 'severity' ? found.startsWith(expected) : found.endsWith(expected);
    expect([found, isSure]).toEqual([found, true]);
    const whole = (await get(`/journeys?open=all&sort=${sort}`)).json.items;
    expect(await paged(`/journeys?open=all&sort=${sort}`, 1)).toEqual(whole);
  });
});

describe('a search', () => {
  it('finds what was recorded by the request before it, and no longer what stood there', async () => {
    const path = `/api/v1/journeys/${known.plain}/participant`;
    const rename = (familyName: string) => api.call('PATCH', path, { as: 'mara', body: { familyName } });
    for (const name of ['Umbenannt', 'Anders', 'Berhane']) {
      await rename(name);
      expect(await listed(`q=${name}`)).toBe('plain');
      expect(await listed(`q=${name}`, 'olga')).toBe('');
    }
    expect(await listed('q=anders')).toBe('');
    const later = await opened(opening({ commune: 'stolberg', participant: person({ familyName: 'Neu' }) }));
    expect(await listed('q=neu')).toBe(later);
    await post(later, 'close', { on: today, reason: 'moved_away' });
  });

  it('follows an assignment at once: by language only what the reader sees in full is found', async () => {
    const assign = (coach: string) =>
      api.call('PUT', `/api/v1/journeys/${known.grave}/coach`, { as: 'karl', body: { coach } });
    expect(await listed('language=fa-AF', 'jana')).toBe('');
    await assign('jana@example.org');
    expect(await listed('language=fa-AF', 'jana')).toBe('grave');
    expect(await listed('language=fa-AF', 'mara')).toBe('');
    await assign('mara@example.org');
  });
});

describe('a list', () => {
  it('of deadlines, tasks or flags comes in pages, the most urgent first, of one state where one is named', async () => {
    for (const days of [4, 2, 90]) {
      const id = await opened(opening({ commune: 'stolberg', document: paper(days) }));
      await post(id, 'milestones', consent('case_work'));
      await post(id, 'consent-withdrawals', { on: today });
      if (days === 90) await post(id, 'milestones', consent('case_work'));
    }
    for (const path of ['/deadlines', '/deadlines?state=open', '/tasks', '/flags']) {
      const whole = (await get(`${path}${path.includes('?') ? '&' : '?'}limit=200`)).json.items;
      expect(whole.length).toBeGreaterThan(2);
      expect(await paged(path, 2)).toEqual(whole);
    }
    const all = (await get('/deadlines?limit=200')).json.items.map(({ due }: { due: string }) => due);
    expect(all).toEqual(all.toSorted());
    const severities = (await get('/flags')).json.items.map(({ severity }: { severity: number }) => severity);
    expect(severities).toEqual(severities.toSorted((a: number, b: number) => b - a));
    const statesOf = async (path: string) =>
      (await get(path)).json.items.map(({ state }: { state: string }) => state);
    expect(await statesOf('/tasks?state=gone')).toEqual(['gone']);
    expect(await statesOf('/tasks?state=open')).toEqual(['open', 'open']);
    expect(new Set(await statesOf('/deadlines?state=open&limit=200'))).toEqual(new Set(['open']));
  });

  it('inside a journey comes in pages too', async () => {
    const participant = person({ email: 'm@example.org', channels: ['email'] });
    const id = await opened(opening({ participant, document: paper(200) }));
    await post(id, 'milestones', consent('case_work', 'reminders'));
    for (const list of ['events', 'deadlines', 'messages']) {
      const whole = (await get(`/journeys/${id}/${list}?limit=200`)).json.items;
      expect(whole.length).toBeGreaterThan(2);
      expect(await paged(`/journeys/${id}/${list}`, 2)).toEqual(whole);
    }
  });

  it('names with each item the journey to which it belongs', async () => {
    const { items } = (await get('/deadlines?limit=200')).json;
    const ofGrave = items.find(({ journey }: { journey: { id: string } }) => journey.id === known.grave);
    expect(ofGrave.journey).toEqual({
      id: known.grave,
      externalId: 'DS-9',
      name: { givenName: 'Merhawi', familyName: 'Ärling' },
    });
  });
});
