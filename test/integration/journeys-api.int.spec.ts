import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { codes, startApi, type Api } from '../support/api.js';
import {
  today,
  inDays,
  person,
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
const { open, opened, post, get } = journeyCalls(() => api);

beforeAll(async () => {
  api = await startApi(staff);
});
afterAll(() => api?.close());

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
      deadlines: [
        { rule: 'residence_document_expiry', due: inDays(70), state: 'open' },
        { rule: 'section25a_last_application_day', state: 'open' },
        { rule: 'programme_age_ceiling', state: 'open' },
      ],
      lastContactOn: inDays(-3),
      tasks: [],
      warnings: [],
    });
    const [{ reminders }] = json.deadlines;
    expect(reminders.filter(({ to }: { to: string }) => to === 'participant')).toEqual([]);
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
    for (const externalId of ['DS-4711', 'ds-4711', ' Ds-4711 ']) {
      expect(seen(await open(opening({ externalId })))).toEqual({ status: 409, code: 'external-id-taken' });
    }
    const again = opening({ participant: person({ id: first.participant.id, givenName: 'Merhawi II' }) });
    expect(seen(await open(again))).toEqual({ status: 409, code: 'already-in-a-journey' });
    await post(first.id, 'close', { on: today, reason: 'moved_away' });
    const later = await open(again);
    expect(later).toMatchObject({
      status: 201,
      json: { participant: { id: first.participant.id, givenName: 'Merhawi II' } },
    });
    const { rows } = await api.platform.sql.query(
      'SELECT number FROM es.participant_key WHERE participant_id = $1 AND number > 1',
      [first.participant.id],
    );
    expect(rows).toEqual([]);
    expect((await get(`/journeys/${first.id}`)).json.participant.givenName).toBe('Merhawi');
    const reopened = await api.call('POST', `/api/v1/journeys/${first.id}/reopen`, {
      as: 'karl',
      body: { on: today },
    });
    expect(seen(reopened)).toEqual({ status: 409, code: 'already-in-a-journey' });
  });

  it('takes somebody back whose paper and contact were erased meanwhile, and keeps what is recorded from now on', async () => {
    const first = (await open(opening({ document: paper(10) }))).json;
    await post(first.id, 'close', { on: today, reason: 'moved_away' });
    const owner = new pg.Client(api.database.adminUrl);
    await owner.connect();
    await owner.query(
      `UPDATE es.participant_key SET wrapped = NULL, destroyed_at = now()
        WHERE participant_id = $1 AND class IN ('status', 'contact')`,
      [first.participant.id],
    );
    await owner.end();
    const again = person({ id: first.participant.id, phone: '+49 2402 5' });
    const later = await open(opening({ participant: again, document: paper(70) }));
    expect(later).toMatchObject({
      status: 201,
      json: { participant: { id: first.participant.id, phone: '+49 2402 5' }, documents: [paper(70)] },
    });
    const erased = (await get(`/journeys/${first.id}`)).json;
    expect(erased.participant).not.toHaveProperty('phone');
    expect(erased.documents[0]).not.toHaveProperty('validUntil');
    const { items } = (await get(`/journeys/${later.json.id}/deadlines`)).json;
    expect(items[0]).toMatchObject({ rule: 'residence_document_expiry', state: 'open' });
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
    for (const first of beforePlan) await post(id, 'milestones', first);
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
    for (const first of beforePlan) await post(id, 'milestones', first);
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
    expect(own.json.milestones.at(-1).data).toEqual(plan.data);
    expect(coordinators.text).not.toContain('vertraulich');
    expect(coordinators.json.milestones.at(-1).data).toEqual({ nextReviewOn: inDays(90), agreedOn: today });
    expect((await get(`/journeys/${id}/events`, 'karl')).text).not.toMatch(/vertraulich|Praktikum/);
    expect((await get(`/journeys/${id}/events`)).text).toContain('vertraulich');
  });

  it('opens no journey in a commune that is not hers', async () => {
    expect((await open(opening({ commune: 'monschau' }))).status).toBe(403);
    expect((await open(opening({ commune: 'monschau' }), 'olga')).status).toBe(201);
    expect((await open(opening(), 'root')).status).toBe(403);
  });
});

describe('the API itself', () => {
  it('says whether it lives, and which parts are there', async () => {
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
