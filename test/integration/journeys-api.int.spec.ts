import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { berlinDay } from '../../domain/deadlines/berlin.js';
import { addDays } from '../../domain/deadlines/day-arithmetic.js';
import { codes, startApi, type Answer } from '../support/api.js';

let api: Awaited<ReturnType<typeof startApi>>;
const today = berlinDay(new Date().toISOString());
const inDays = (days: number) => addDays(today, days);

beforeAll(async () => {
  api = await startApi({
    mara: { role: 'coach', communes: ['eschweiler', 'stolberg'] },
    jana: { role: 'coach', communes: ['eschweiler'] },
    karl: { role: 'coordinator' },
    olga: { role: 'coordinator', communes: ['monschau'] },
    root: { role: 'admin' },
  });
});
afterAll(() => api?.close());

const person = (more: object = {}) => ({
  givenName: 'Merhawi',
  familyName: 'Tesfay',
  bornOn: inDays(-20 * 365),
  language: 'ti',
  ...more,
});
const opening = (more: object = {}) => ({ commune: 'eschweiler', participant: person(), ...more });
const paper = (days: number) => ({ kind: 'toleration_60a', validUntil: inDays(days) });
const consent = (...purposes: string[]) => ({
  milestone: 'consent_given',
  on: today,
  data: { purposes, language: 'ti', form: 'paper', textVersion: '1' },
});
const plan = {
  milestone: 'plan_agreed',
  on: today,
  data: { goals: ['Ausbildung'], steps: ['Praktikum'], nextReviewOn: inDays(90), agreedOn: today },
};

const open = (body: object = opening(), as = 'mara') => api.call('POST', '/api/v1/journeys', { as, body });
const opened = async (body: object = opening(), as = 'mara'): Promise<string> => {
  const answer = await open(body, as);
  expect(answer).toMatchObject({ status: 201 });
  return answer.json.id as string;
};
const post = (id: string, what: string, body: object, more: object = {}) =>
  api.call('POST', `/api/v1/journeys/${id}/${what}`, { as: 'mara', body, ...more });
const get = (path: string, as = 'mara', headers = {}) => api.call('GET', `/api/v1${path}`, { as, headers });
const seen = ({ status, json }: Answer) => ({ status, code: json?.code });

describe('a journey that is opened', () => {
  it('is answered whole, with the coach who opened it, and read back by the next request', async () => {
    const answer = await open(
      opening({
        externalId: 'DS-0815',
        participant: person({ email: 'Merhawi@Example.org', channels: ['email'], germanLevel: 'A2' }),
        document: paper(70),
        firstContactOn: inDays(-3),
      }),
    );
    expect(answer.status).toBe(201);
    expect(answer.headers.get('etag')).toBe('"1"');
    const { json } = answer;
    expect(json).toMatchObject({
      version: 1,
      programme: { key: 'durchstarten', version: 1 },
      externalId: 'DS-0815',
      phase: 'contacted',
      phaseSince: inDays(-3),
      open: true,
      commune: 'eschweiler',
      coach: 'mara@example.org',
      participant: { givenName: 'Merhawi', email: 'merhawi@example.org', channels: ['email'] },
      documents: [{ kind: 'toleration_60a', employmentNote: 'unknown', current: true }],
      deadlines: [{ rule: 'residence_document_expiry', due: inDays(70), state: 'open', reminders: [] }],
      lastContactOn: inDays(-3),
      tasks: [],
      warnings: [],
    });
    const { warnings: _, ...journey } = json;
    expect((await get(`/journeys/${json.id}`)).json).toEqual(journey);
  });

  it('names every bad field at once, and what the programme does not know', async () => {
    const bad = await open({
      commune: 'eschweiler',
      participant: { givenName: ' ', bornOn: '2004-02-30', language: 'Tigrinya', email: 'x' },
      document: { kind: 'toleration_60a' },
      colour: 'red',
    });
    expect(bad.status).toBe(422);
    expect(codes(bad)).toEqual({
      '/participant/givenName': 'too-short',
      '/participant/familyName': 'required',
      '/participant/bornOn': 'invalid-date',
      '/participant/language': 'invalid-format',
      '/participant/email': 'malformed-email',
      '/document/validUntil': 'required',
      '/colour': 'unknown-field',
    });
    const unknown = await open(
      opening({ programme: 'other', commune: 'aachen', participant: person({ id: randomUUID() }) }),
    );
    expect(codes(unknown)).toEqual({
      '/programme': 'unknown-programme',
      '/commune': 'unknown-commune',
      '/participant/id': 'unknown-participant',
    });
    const days = await open(opening({ document: { ...paper(10), validFrom: inDays(1) } }));
    expect(codes(days)).toEqual({ '/document/validFrom': 'date-in-future' });
    expect(codes(await open(opening({ document: { kind: 'passport', validUntil: today } })))).toEqual({
      '/document/kind': 'unknown-kind',
    });
  });

  it('is refused outside of the ages; only a coordinator gives an exception', async () => {
    const old = { ...opening(), participant: person({ bornOn: '1990-05-01' }) };
    const young = opening({ participant: person({ bornOn: inDays(-17 * 365) }) });
    expect(seen(await open(young))).toEqual({ status: 409, code: 'too-young' });
    expect(seen(await open(old))).toEqual({ status: 409, code: 'too-old' });
    const exception = { reason: 'Beschluss vom 3. Mai' };
    expect((await open({ ...old, exception })).status).toBe(403);
    expect((await open({ ...old, exception }, 'karl')).status).toBe(201);
  });

  it('takes a Kennung once, and somebody who was here before only after she has left', async () => {
    const first = (await open(opening({ externalId: 'DS-4711' }))).json;
    expect(seen(await open(opening({ externalId: 'DS-4711' })))).toEqual({
      status: 409,
      code: 'external-id-taken',
    });
    const again = opening({ participant: person({ id: first.participant.id, givenName: 'Merhawi II' }) });
    expect(seen(await open(again))).toEqual({ status: 409, code: 'already-in-a-journey' });
    await post(first.id, 'close', { on: today, reason: 'moved_away' });
    const later = await open(again);
    expect(later).toMatchObject({
      status: 201,
      json: { participant: { id: first.participant.id, givenName: 'Merhawi II' } },
    });
    const { rows } = await api.platform.sql.query(
      'SELECT 1 FROM es.participant_key WHERE participant_id = $1',
      [first.participant.id],
    );
    expect(rows).toHaveLength(4);
    expect((await get(`/journeys/${first.id}`)).json.participant.givenName).toBe('Merhawi');
    const reopened = await api.call('POST', `/api/v1/journeys/${first.id}/reopen`, {
      as: 'karl',
      body: { on: today },
    });
    expect(seen(reopened)).toEqual({ status: 409, code: 'already-in-a-journey' });
  });

  it('keeps the address of a coach without an account as a hint', async () => {
    const { json } = await open(opening({ coach: 'Lena@example.org' }), 'karl');
    expect(json).toMatchObject({ coach: null, coachHint: 'lena@example.org' });
    const path = `/api/v1/journeys/${json.id}/coach`;
    const put = (coach: unknown, as = 'karl') => api.call('PUT', path, { as, body: { coach } });
    expect(codes(await put('olga@example.org'))).toEqual({ '/coach': 'not-a-coach' });
    const assigned = await put('jana@example.org');
    expect(assigned).toMatchObject({ status: 200, json: { coach: 'jana@example.org', version: 2 } });
    expect(assigned.json).not.toHaveProperty('coachHint');
    expect((await put('jana@example.org', 'jana')).status).toBe(403);
  });
});

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
    expect((await post(id, 'milestones', plan, named)).status).toBe(201);
  });
});

describe('two coaches with one version', () => {
  it('are not both recorded: the second one is told the version', async () => {
    const id = await opened(opening(), 'karl');
    const both = await Promise.all(
      ['mara', 'jana'].map((as, at) => post(id, 'documents', paper(50 + at), { as, ifMatch: 1 })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([201, 412]);
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

describe('a refusal', () => {
  it('comes in one order: signed in, scope, role, body, version, rules', async () => {
    const id = await opened();
    const ask = async (as: string | undefined, body: object, ifMatch = 1) => {
      const path = `/api/v1/journeys/${id}/milestones`;
      return seen(await api.call('POST', path, { ...(as && { as }), body, ifMatch }));
    };
    const wrong = { colour: 'red' };
    expect(await ask(undefined, wrong, 9)).toMatchObject({ status: 401 });
    expect(await ask('olga', wrong, 9)).toMatchObject({ status: 404 });
    expect(await ask('jana', wrong, 9)).toMatchObject({ status: 403 });
    expect(await ask('root', wrong, 9)).toMatchObject({ status: 403 });
    expect(await ask('mara', wrong, 9)).toMatchObject({ status: 422 });
    expect(await ask('mara', { ...plan, data: {} }, 9)).toMatchObject({ status: 422 });
    expect(await ask('mara', { ...plan, on: inDays(1) }, 9)).toMatchObject({ status: 422 });
    expect(await ask('mara', plan, 9)).toEqual({ status: 412, code: 'stale-version' });
    expect(await ask('mara', plan)).toEqual({ status: 409, code: 'consent-missing' });
  });

  it('of a milestone points into its data, or says what has a route of its own', async () => {
    const id = await opened();
    const data = { ...plan.data, nextReviewOn: '2027-02-30', goals: [], colour: 1 };
    expect(codes(await post(id, 'milestones', { ...plan, data }))).toEqual({
      '/data/nextReviewOn': 'invalid-date',
      '/data/goals': 'too-short',
      '/data/colour': 'unknown-field',
    });
    expect(codes(await post(id, 'milestones', { ...plan, milestone: 'moon_landing' }))).toEqual({
      '/milestone': 'unknown-milestone',
    });
    const own = await post(id, 'milestones', { milestone: 'case_closed', on: today });
    expect(own).toMatchObject({
      status: 409,
      json: { code: 'use-route', path: `/api/v1/journeys/${id}/close` },
    });
  });

  it('without consent to be accompanied names what is missing and who can clear it', async () => {
    const id = await opened();
    const refused = await post(id, 'milestones', plan);
    expect(refused.json).toMatchObject({
      status: 409,
      code: 'consent-missing',
      missing: [{ code: 'case_work', who: 'coach' }],
    });
    expect((await post(id, 'documents', paper(80))).status).toBe(201);
    await post(id, 'milestones', consent('case_work'));
    const planned = await post(id, 'milestones', plan);
    expect(planned).toMatchObject({ status: 201, json: { phase: 'planned', phaseSince: today } });
  });

  it('of an act of another kind: closed, closed for an unknown reason, reopened by a coach', async () => {
    const id = await opened();
    const close = (reason: string) => post(id, 'close', { on: today, reason });
    expect(codes(await close('boredom'))).toEqual({ '/reason': 'unknown-reason' });
    expect(seen(await close('moved_within_region')).code).toBe('use-transfer');
    expect(await close('moved_away')).toMatchObject({ status: 200, json: { phase: 'closed', open: false } });
    expect(seen(await post(id, 'documents', paper(9)))).toEqual({ status: 409, code: 'not-yet-possible' });
    expect((await post(id, 'reopen', { on: today })).status).toBe(403);
    expect((await post(id, 'reopen', { on: today }, { as: 'karl' })).json).toMatchObject({ open: true });
  });
});

describe('a colleague', () => {
  it('sees only whose journey it is, and a coordinator everything but notes', async () => {
    const id = await opened();
    await post(id, 'milestones', { ...consent('case_work'), note: 'vertraulich' });
    await post(id, 'milestones', plan);
    const reduced = await get(`/journeys/${id}`, 'jana');
    expect(reduced.headers.get('etag')).toBeNull();
    expect(reduced.json).toEqual({
      id,
      name: { givenName: 'Merhawi', familyName: 'Tesfay' },
      phase: 'planned',
      commune: 'eschweiler',
      coach: 'mara@example.org',
    });
    for (const list of ['events', 'deadlines', 'messages', 'why']) {
      expect((await get(`/journeys/${id}/${list}`, 'jana')).status).toBe(403);
      expect((await get(`/journeys/${id}/${list}`, 'olga')).status).toBe(404);
    }
    const own = await get(`/journeys/${id}`);
    const coordinators = await get(`/journeys/${id}`, 'karl');
    expect(own.text).toContain('vertraulich');
    expect(own.json.milestones[1].data).toEqual(plan.data);
    expect(coordinators.text).not.toContain('vertraulich');
    expect(coordinators.json.milestones[1].data).toEqual({ nextReviewOn: inDays(90), agreedOn: today });
    expect((await get(`/journeys/${id}/events`, 'karl')).text).not.toMatch(/vertraulich|Praktikum/);
    expect((await get(`/journeys/${id}/events`)).text).toContain('vertraulich');
  });

  it('opens no journey in a commune that is not hers', async () => {
    expect((await open(opening({ commune: 'monschau' }))).status).toBe(403);
    expect((await open(opening({ commune: 'monschau' }), 'olga')).status).toBe(201);
    expect((await open(opening(), 'root')).status).toBe(403);
  });
});

describe('a new paper', () => {
  it('ends the old deadline and opens one that names it; a correction moves the same', async () => {
    const participant = person({ email: 'm@example.org', channels: ['email'] });
    const id = await opened(opening({ participant, document: paper(70) }));
    const remind = await post(id, 'milestones', consent('case_work', 'reminders'));
    const [old] = remind.json.deadlines;
    const states = old.reminders.map(({ state }: { state: string }) => state);
    expect(states).toEqual(['planned', 'planned', 'planned', 'planned']);

    const renewed = await post(id, 'documents', paper(200));
    const [done, fresh] = renewed.json.deadlines;
    expect(done).toMatchObject({ id: old.id, state: 'done' });
    expect(done.reminders.map(({ state }: { state: string }) => state)).toEqual(
      states.map(() => 'cancelled'),
    );
    expect(fresh).toMatchObject({ previousId: old.id, due: inDays(200), state: 'open', verified: false });

    const [, second] = renewed.json.documents;
    const corrected = await post(id, 'documents', { ...paper(210), corrects: second.id });
    const [, moved] = corrected.json.deadlines;
    expect(moved).toMatchObject({ id: fresh.id, due: inDays(210), previousId: old.id });
    expect(corrected.json.documents.map(({ current }: { current: boolean }) => current)).toEqual([
      false,
      false,
      true,
    ]);
    expect(codes(await post(id, 'documents', { ...paper(9), corrects: randomUUID() }))).toEqual({
      '/corrects': 'no-such-record',
    });

    const messages = (await get(`/journeys/${id}/messages`)).json.items;
    expect(messages.filter(({ state }: { state: string }) => state === 'planned')).toHaveLength(4);
    expect(messages.at(-1)).toMatchObject({
      to: 'participant',
      channel: 'email',
      text: 'neutral_callback',
      language: 'de',
      rule: 'residence_document_expiry',
      journey: { id },
    });
  });

  it('says why something lies ahead, and what is missing where nothing does', async () => {
    const id = await opened(opening({ document: paper(70) }));
    const [deadline] = (await get(`/journeys/${id}/deadlines`)).json.items;
    const why = (await get(`/journeys/${id}/why`)).json;
    expect(why.acts).toEqual([
      {
        at: expect.any(String),
        act: 'miss',
        because: deadline.because,
        rule: 'residence_document_expiry',
        programmeVersion: 1,
      },
    ]);
    expect(why.notYet).toMatchObject([
      { what: 'reminders', missing: [{ code: 'reminders' }, { code: 'channel' }, { code: 'email' }] },
      { what: 'plan_agreed', missing: [{ code: 'case_work', who: 'coach' }] },
    ]);
    expect((await get(`/journeys/${id}/why`, 'karl')).json).toEqual(why);
  });
});

describe('the past', () => {
  it('is as it was known at an instant, and unknown before the first event', async () => {
    const id = await opened(opening({ document: paper(70) }));
    const first = await get(`/journeys/${id}`);
    const { items } = (await get(`/journeys/${id}/events`)).json;
    await new Promise((resolve) => setTimeout(resolve, 5));
    await post(id, 'documents', paper(200));
    const asOf = encodeURIComponent(items[0].recordedAt.replace('Z', '+00:00'));
    expect((await get(`/journeys/${id}?asOf=${asOf}`)).json).toEqual(first.json);
    expect((await get(`/journeys/${id}?asOf=2020-01-01T00:00:00Z`)).status).toBe(404);
    expect(codes(await get(`/journeys/${id}?asOf=yesterday`))).toEqual({ '/asOf': 'invalid-instant' });
  });

  it('is told in pages, one sentence each, in the language of the reader', async () => {
    const id = await opened(opening({ document: paper(70) }));
    await post(id, 'milestones', consent('case_work'));
    const first = (await get(`/journeys/${id}/events?limit=2`)).json;
    const rest = (await get(`/journeys/${id}/events?limit=50&cursor=${first.nextCursor}`)).json;
    const all = [...first.items, ...rest.items];
    expect(rest.nextCursor).toBeNull();
    expect(all.map(({ version }) => version)).toEqual([1, 2, 3, 4]);
    expect(all.map(({ type }) => type)).toEqual([
      'JourneyOpened',
      'DocumentRecorded',
      'AgendaChanged',
      'MilestoneReached',
    ]);
    expect(all[0]).toMatchObject({
      actor: { kind: 'person', role: 'coach' },
      data: { coach: 'mara@example.org', givenName: 'Merhawi', commune: 'eschweiler' },
      text: 'Die Begleitung wurde eröffnet.',
    });
    expect(all[3]).toMatchObject({ data: consent('case_work'), text: 'Meilenstein erreicht: Einwilligung.' });
    const english = await get(`/journeys/${id}/events`, 'mara', { 'accept-language': 'de;q=0.5, en-GB' });
    expect(english.json.items[1].text).toBe('Residence paper recorded: Toleration (§ 60a).');
    expect(codes(await get(`/journeys/${id}/events?cursor=x`))).toEqual({ '/cursor': 'invalid-cursor' });
  });
});

describe('the list', () => {
  const idsOf = (answer: Answer) => answer.json.items.map(({ id }: { id: string }) => id);

  it('holds what is in scope, pages through all of it, and filters', async () => {
    const soon = await opened(opening({ commune: 'stolberg', document: paper(5) }));
    const later = await opened(opening({ commune: 'stolberg', document: paper(40) }));
    const closed = await opened(opening({ commune: 'stolberg' }));
    await post(closed, 'close', { on: today, reason: 'moved_away' });
    const stolberg = '/journeys?commune=stolberg';
    expect(idsOf(await get(stolberg))).toEqual([soon, later]);
    expect(idsOf(await get(`${stolberg}&open=false`))).toEqual([closed]);
    expect(idsOf(await get(`${stolberg}&open=all&sort=phase`))).toEqual([...[soon, later].sort(), closed]);
    expect(idsOf(await get(`${stolberg}&dueBefore=${inDays(40)}`))).toEqual([soon]);
    expect(idsOf(await get(`${stolberg}&phase=intake`))).toEqual([]);
    expect(idsOf(await get(`${stolberg}&coach=jana@example.org`))).toEqual([]);
    expect(idsOf(await get(`${stolberg}&coach=mara@example.org`, 'karl'))).toEqual([soon, later]);
    expect(idsOf(await get(stolberg, 'olga'))).toEqual([]);
    expect((await get(stolberg, 'root')).status).toBe(403);
    expect((await get(stolberg)).json.items[0]).toMatchObject({
      name: { givenName: 'Merhawi', familyName: 'Tesfay' },
      language: 'ti',
      paper: { kind: 'toleration_60a', validUntil: inDays(5) },
      nextDue: { day: inDays(5), rule: 'residence_document_expiry' },
      severity: null,
      flags: [],
    });

    for (const sort of ['nextDue', 'phase', 'commune']) {
      const whole = idsOf(await get(`/journeys?sort=${sort}&open=all&limit=200`, 'karl'));
      const paged: string[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const at = cursor === '' ? '' : `&cursor=${cursor}`;
        const page = await get(`/journeys?sort=${sort}&open=all&limit=7${at}`, 'karl');
        paged.push(...idsOf(page));
        cursor = page.json.nextCursor;
      }
      expect(paged).toEqual(whole);
      expect(new Set(paged).size).toBe(paged.length);
    }
    const foreign = (await get('/journeys?sort=phase&limit=1', 'karl')).json.nextCursor;
    expect(codes(await get(`/journeys?sort=commune&cursor=${foreign}`))).toEqual({
      '/cursor': 'invalid-cursor',
    });
    expect(codes(await get('/journeys?q=Merhawi&sort=name'))).toEqual({
      '/q': 'unknown-field',
      '/sort': 'invalid-value',
    });
  });

  it('shows a colleague’s journey reduced', async () => {
    const id = await opened();
    const { items } = (await get('/journeys?commune=eschweiler&limit=200', 'jana')).json;
    const item = items.find((each: { id: string }) => each.id === id);
    expect(Object.keys(item).sort()).toEqual(['coach', 'commune', 'id', 'name', 'phase']);
  });
});

describe('what lies in the database', () => {
  it('holds nothing of a person in plain text', async () => {
    const canaries = {
      externalId: 'Kennungcanary-77123',
      givenName: 'Vornamecanary',
      familyName: 'Nachnamecanary',
      phone: '+49 151 7712345678',
      email: 'canary-address@example.org',
      reason: 'Ausnahmecanary weil',
      goal: 'Zielcanary-Ausbildung',
      note: 'Notizcanary-Gespräch',
      hint: 'coachcanary@example.org',
    };
    const { externalId, givenName, familyName, phone, email, reason, goal, note, hint } = canaries;
    const participant = person({
      givenName,
      familyName,
      phone,
      email,
      channels: ['email'],
      nationality: 'ER',
    });
    const id = await opened(
      opening({ externalId, participant, document: paper(70), exception: { reason }, coach: hint }),
      'karl',
    );
    await post(id, 'milestones', { ...consent('case_work', 'reminders'), note }, { key: randomUUID() });
    await post(id, 'milestones', { ...plan, data: { ...plan.data, goals: [goal] } });
    await post(id, 'close', { on: today, reason: 'placed_training', note });
    const { sql } = api.platform;
    const tables = await sql.query<{ name: string }>(
      `SELECT table_schema || '.' || table_name AS name FROM information_schema.tables
        WHERE table_schema IN ('es', 'rm') AND table_type = 'BASE TABLE'`,
    );
    let all = '';
    for (const { name } of tables.rows) {
      const { rows } = await sql.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t`);
      all += rows.map(({ row }) => row).join('\n');
    }
    expect(all).toContain(id);
    for (const canary of Object.values(canaries)) {
      for (const form of ['utf8', 'utf16le'] as const) {
        const bytes = Buffer.from(canary, form);
        expect(all).not.toContain(bytes.toString('utf8'));
        expect(all).not.toContain(bytes.toString('base64').slice(0, 12));
        expect(all).not.toContain(bytes.toString('hex'));
      }
      expect(JSON.stringify(api.lines)).not.toContain(canary);
    }
    const { rows: events } = await sql.query<{ row: string }>('SELECT e::text AS row FROM es.event e');
    expect(JSON.stringify(events)).not.toMatch(/toleration_60a|residence_document_expiry/);
  });
});

describe('the API itself', () => {
  it('says what it is, whether it lives, and which parts are there', async () => {
    const welcome = await api.call('GET', '/');
    expect(welcome.headers.get('content-type')).toContain('text/plain');
    expect(welcome.text.trim().split('\n')).toHaveLength(3);
    expect((await api.call('GET', '/health/live')).json).toEqual({ status: 'ok' });
    const parts = { database: 'up', temporal: 'down', worker: 'down', relay: 'down', mail: 'down' };
    expect(await api.call('GET', '/health/ready')).toMatchObject({
      status: 200,
      json: { status: 'degraded', parts },
    });
    await api.platform.sql.query(`INSERT INTO rm.heartbeat (part, at) VALUES ('worker', now()),
      ('relay', now() - interval '21 seconds')`);
    expect((await api.call('GET', '/health/ready')).json.parts).toEqual({ ...parts, worker: 'up' });
  });

  it('shows the programmes, and describes itself', async () => {
    const { items } = (await get('/programmes', 'root')).json;
    expect(items).toEqual([{ key: 'durchstarten', version: 1, title: expect.any(Object) }]);
    const definition = await get('/programmes/durchstarten/versions/1');
    expect(definition.json).toMatchObject({ key: 'durchstarten', calendar: 'NRW' });
    expect((await get('/programmes/durchstarten/versions/2')).status).toBe(404);
    const { json } = await api.call('GET', '/api/openapi.json');
    expect(Object.keys(json.paths)).toContain('/api/v1/journeys/{id}/milestones');
  });
});
