import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codes, startApi, type Answer, type Api } from '../support/api.js';
import {
  beforePlan,
  consent,
  inDays,
  journeyCalls,
  opening,
  paper,
  person,
  plan,
  seen,
  staff,
  today,
} from '../support/journey-calls.js';

let api: Api;
const { open, opened, post, get } = journeyCalls(() => api);

beforeAll(async () => {
  api = await startApi(staff);
});
afterAll(() => api?.close());

const [eligible, needs] = beforePlan as [(typeof beforePlan)[0], (typeof beforePlan)[0]];
const notEligible = { ...eligible, data: { ...eligible.data, result: 'not_eligible' } };

/** A journey in which these milestones were reached. */
async function after(...milestones: object[]): Promise<string> {
  const id = await opened();
  for (const milestone of milestones) expect((await post(id, 'milestones', milestone)).status).toBe(201);
  return id;
}
const consented = () => after(consent('case_work'));
async function closed(): Promise<string> {
  const id = await consented();
  await post(id, 'close', { on: today, reason: 'moved_away' });
  return id;
}
async function endedModule(): Promise<[string, string]> {
  const id = await consented();
  const { json } = await post(id, 'modules', { module: 'F6', on: today });
  const module = `modules/${json.modules[0].id}`;
  await send('PATCH', id, module, { state: 'completed', on: today });
  return [id, module];
}
const send = (method: string, id: string, what: string, body: object, headers = {}) =>
  api.call(method, `/api/v1/journeys/${id}/${what}`, { as: 'mara', body, headers });

/** An act that is refused, asked in a language; what is missing and who can clear it. */
const refusals: [code: string, missing: string[], act: (headers: object) => Promise<Answer>][] = [
  [
    'consent-missing',
    ['case_work coach'],
    async (headers) => send('POST', await opened(), 'milestones', plan, headers),
  ],
  [
    'consent-missing',
    ['case_work coach'],
    async (headers) => send('POST', await opened(), 'modules', { module: 'F1', on: today }, headers),
  ],
  [
    'not-yet-possible',
    ['assessed coach'],
    async (headers) => send('POST', await consented(), 'milestones', plan, headers),
  ],
  [
    'not-yet-possible',
    ['journey-closed coordinator'],
    async (headers) => send('POST', await closed(), 'documents', paper(9), headers),
  ],
  [
    'not-yet-possible',
    ['document coach'],
    async (headers) =>
      send('POST', await opened(), 'renewal-requests', { on: today, proof: 'receipt_seen' }, headers),
  ],
  [
    'not-yet-possible',
    ['planned coach'],
    async (headers) => {
      const id = await consented();
      const { json } = await post(id, 'modules', { module: 'F4', on: today });
      return send('PATCH', id, `modules/${json.modules[0].id}`, { state: 'active', on: today }, headers);
    },
  ],
  [
    'already-reached',
    ['coordinator coordinator'],
    async (headers) =>
      send('POST', await after(consent('case_work'), eligible), 'milestones', notEligible, headers),
  ],
  [
    'already-reached',
    ['reassessment coach'],
    async (headers) => {
      const again = { ...needs, data: { ...needs.data, germanLevel: 'B1' } };
      return send('POST', await after(consent('case_work'), eligible, needs), 'milestones', again, headers);
    },
  ],
  [
    'already-reached',
    ['needs_assessed coach'],
    async (headers) => {
      const again = { ...plan, on: inDays(-1) };
      const id = await after(consent('case_work'), eligible, needs, plan);
      return send('POST', id, 'milestones', again, headers);
    },
  ],
  [
    'others-depend-on-it',
    ['needs_assessed coach'],
    async (headers) => {
      const id = await after(consent('case_work'), eligible, needs);
      const { milestones } = (await get(`/journeys/${id}`)).json;
      const path = `milestones/${milestones[1].id}/withdrawal`;
      return send('POST', id, path, { reason: 'Verwechslung' }, headers);
    },
  ],
  [
    'module-ended',
    ['withdrawal coach'],
    async (headers) => send('PATCH', ...(await endedModule()), { state: 'active', on: today }, headers),
  ],
  [
    'use-transfer',
    ['transfer coordinator'],
    async (headers) =>
      send('POST', await opened(), 'close', { on: today, reason: 'moved_within_region' }, headers),
  ],
  [
    'too-old',
    ['exception coordinator'],
    async (headers) => {
      const body = opening({ participant: person({ bornOn: '1990-05-01' }) });
      return api.call('POST', '/api/v1/journeys', { as: 'mara', body, headers: { ...headers } });
    },
  ],
  [
    'already-in-a-journey',
    ['open_journey coach'],
    async (headers) => {
      const { participant } = (await open()).json;
      const body = opening({ participant: person({ id: participant.id }) });
      return api.call('POST', '/api/v1/journeys', { as: 'mara', body, headers: { ...headers } });
    },
  ],
];

describe('a refusal by the rules', () => {
  it.each(refusals)('%s says what is missing and who can clear it: %p', async (code, missing, act) => {
    const german = await act({});
    expect(seen(german)).toEqual({ status: 409, code });
    const told = ({ json }: Answer) =>
      json.missing.map((each: { code: string; who: string }) => `${each.code} ${each.who}`);
    expect(told(german)).toEqual(missing);
    const english = await act({ 'accept-language': 'en-GB, de;q=0.5' });
    expect(told(english)).toEqual(missing);
    const text = ({ json }: Answer): string => json.missing.map((each: { text: string }) => each.text).join();
    expect(text(german)).toMatch(/^[A-ZÄÖÜ].*\.$/);
    expect(text(english)).toMatch(/^[A-Z].*\.$/);
    expect(text(english)).not.toBe(text(german));
  });

  it('speaks as next and why do', async () => {
    const id = await consented();
    const language = { 'accept-language': 'en' };
    const refused = await send('POST', id, 'milestones', plan, language);
    const next = (await get(`/journeys/${id}`, 'mara', language)).json.next;
    const { notYet } = (await get(`/journeys/${id}/why`, 'mara', language)).json;
    const { missing } = refused.json;
    expect(missing).toEqual([{ code: 'assessed', text: 'The needs assessment is missing.', who: 'coach' }]);
    expect(next).toContainEqual({ milestone: 'plan_agreed', missing });
    expect(notYet).toContainEqual({ what: 'plan_agreed', missing });
    expect(notYet[0].missing[0].text).toBe('Consent to reminders is missing.');
  });

  it('comes after a field that is wrong in itself, whatever the rules say', async () => {
    const id = await closed();
    const tomorrow = inDays(1);
    expect(codes(await post(id, 'pause', { on: tomorrow }))).toEqual({ '/on': 'date-in-future' });
    expect(codes(await post(id, 'milestones', { ...plan, on: tomorrow }))).toEqual({
      '/on': 'date-in-future',
    });
    expect(codes(await post(id, 'modules', { module: 'F9', on: today }))).toEqual({
      '/module': 'unknown-module',
    });
    expect(codes(await post(id, 'documents', { ...paper(9), kind: 'passport' }))).toEqual({
      '/kind': 'unknown-kind',
    });
    expect(codes(await post(id, 'close', { on: today, reason: 'boredom' }))).toEqual({
      '/reason': 'unknown-reason',
    });
    const stale = await post(id, 'renewal-requests', { on: tomorrow, proof: 'receipt_seen' }, { ifMatch: 9 });
    expect(codes(stale)).toEqual({ '/on': 'date-in-future' });
  });
});

describe('what hangs on the role and on what the body names', () => {
  it('is refused before the body is judged: a commune, an exception', async () => {
    const wrong = { participant: {}, colour: 'red' };
    expect(seen(await open({ ...wrong, commune: 'monschau' }))).toEqual({ status: 403, code: 'forbidden' });
    expect(seen(await open({ ...wrong, commune: 'eschweiler', exception: {} })).status).toBe(403);
    expect(seen(await open({ ...wrong, commune: 'eschweiler' })).status).toBe(422);
    expect(seen(await open({ ...wrong, commune: 'eschweiler', exception: {} }, 'karl')).status).toBe(422);
  });

  it('is refused where the programme lets only others record a milestone', async () => {
    const { milestones } = api.platform.programmes.of('durchstarten');
    const certificate = milestones.find(({ key }) => key === 'certificate_of_participation_issued');
    const recordedBy = certificate?.recordedBy ?? [];
    const [id, body] = [await consented(), { milestone: certificate?.key, on: 'never', data: { colour: 1 } }];
    expect(seen(await post(id, 'milestones', body)).status).toBe(422);
    recordedBy.shift();
    try {
      expect(recordedBy).toEqual(['coordinator']);
      expect(seen(await post(id, 'milestones', body))).toEqual({ status: 403, code: 'forbidden' });
      expect(seen(await post(id, 'milestones', body, { as: 'karl' })).status).toBe(422);
      const right = { ...body, on: today, data: {} };
      expect(seen(await post(id, 'milestones', right, { as: 'olga' })).status).toBe(404);
      expect(seen(await post(id, 'milestones', right, { ifMatch: 9 })).status).toBe(403);
      expect((await post(id, 'milestones', right, { as: 'karl' })).status).toBe(201);
    } finally {
      recordedBy.unshift('coach');
    }
    expect((await post(id, 'milestones', { ...body, on: inDays(-1), data: {} })).status).toBe(409);
  });
});

describe('the decision on eligibility', () => {
  it('is the coordinator’s to change, and the last one counts', async () => {
    const id = await after(consent('case_work'), eligible);
    const again = (body: object, as: string) => post(id, 'milestones', body, { as });
    expect((await again(notEligible, 'mara')).status).toBe(409);
    const overridden = await again(notEligible, 'karl');
    expect(overridden).toMatchObject({ status: 201, json: { phase: 'eligible' } });
    expect(overridden.json.tasks).toMatchObject([{ kind: 'close_proposed', state: 'open' }]);
    const { items } = (await get(`/journeys/${id}/events`)).json;
    const { because } = overridden.json.tasks[0];
    expect(items.find((event: { id: string }) => event.id === because)).toMatchObject({
      type: 'MilestoneReached',
      actor: { role: 'coordinator' },
    });
    expect((await post(id, 'milestones', needs)).json).toMatchObject({
      code: 'not-yet-possible',
      missing: [{ code: 'eligible' }],
    });
    expect((await again(notEligible, 'karl')).json.version).toBe(overridden.json.version);
    const back = await again(eligible, 'karl');
    expect(back.json.tasks).toMatchObject([{ kind: 'close_proposed', state: 'gone' }]);
    expect((await post(id, 'milestones', needs)).status).toBe(201);
  });
});
