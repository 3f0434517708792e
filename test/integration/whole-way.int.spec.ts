import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApi, type Answer, type Api } from '../support/api.js';
import { consent, inDays, journeyCalls, opening, staff, today } from '../support/journey-calls.js';

let api: Api;
const { opened, post, get } = journeyCalls(() => api);

beforeAll(async () => {
  api = await startApi(staff);
});
afterAll(() => api?.close());

const needs = { topics: ['work'], germanLevel: 'A2', schoolingYears: '5-8' };
const eligible = { result: 'eligible', statusKind: 'toleration_60a', livesInStateFacility: false };

/** What `next` says is missing for a milestone or module; `undefined` where it is not among what may come next. */
function missingFor({ json }: Answer, what: string): string[] | undefined {
  const steps = json.next as { milestone?: string; module?: string; missing: { code: string }[] }[];
  const step = steps.find(({ milestone, module }) => milestone === what || module === what);
  return step?.missing.map(({ code }) => code);
}

describe('the whole way of a journey', () => {
  it('leads from opening to closing, each phase by its act; next and the refusal name the same', async () => {
    const document = { kind: 'toleration_60a', validUntil: inDays(90), employmentNote: 'allowed' };
    const id = await opened(opening({ document, firstContactOn: inDays(-300) }));
    const on = (daysAgo: number): string => inDays(-daysAgo);
    const reach = (milestone: string, daysAgo: number, data: object = {}) =>
      post(id, 'milestones', { milestone, on: on(daysAgo), data });
    const begin = async (module: string, daysAgo: number): Promise<Answer> => {
      const proposed = await post(id, 'modules', { module, on: on(daysAgo) });
      expect(proposed.status).toBe(201);
      const { id: instance } = proposed.json.modules.at(-1);
      return api.call('PATCH', `/api/v1/journeys/${id}/modules/${instance}`, {
        as: 'mara',
        body: { state: 'active', on: on(daysAgo) },
      });
    };
    const inPhase = (answer: Answer, phase: string): void =>
      expect({ status: answer.status, code: answer.json.code, phase: answer.json.phase }).toEqual({
        status: answer.status === 200 ? 200 : 201,
        code: undefined,
        phase,
      });
    const refused = async (attempt: Promise<Answer>, what: string): Promise<void> => {
      const said = missingFor(await get(`/journeys/${id}`), what);
      const answer = await attempt;
      expect(answer).toMatchObject({ status: 409, json: { code: 'not-yet-possible' } });
      expect(said).toEqual(
        expect.arrayContaining(answer.json.missing.map(({ code }: { code: string }) => code)),
      );
      expect(answer.json.missing.length).toBeGreaterThan(0);
    };

    expect(missingFor(await get(`/journeys/${id}`), 'eligibility_checked')).toEqual(['case_work']);
    expect(missingFor(await get(`/journeys/${id}`), 'F3')).toEqual(
      expect.arrayContaining(['planned', 'certificate_not_held', 'level_a2']),
    );
    inPhase(await post(id, 'milestones', { ...consent('case_work', 'reminders'), on: on(290) }), 'intake');
    await refused(reach('needs_assessed', 280, needs), 'needs_assessed');
    inPhase(await reach('eligibility_checked', 280, eligible), 'eligible');
    inPhase(await reach('needs_assessed', 270, needs), 'assessed');
    const plan = { goals: ['Ausbildung'], steps: ['Praktikum'], nextReviewOn: inDays(30), agreedOn: on(260) };
    inPhase(await reach('plan_agreed', 260, plan), 'planned');
    inPhase(await begin('F1', 250), 'in_support');
    inPhase(await begin('F3', 240), 'in_support');
    const waiting = await post(id, 'modules', { module: 'F2', on: on(235) });
    const early = await api.call(
      'PATCH',
      `/api/v1/journeys/${id}/modules/${waiting.json.modules.at(-1).id}`,
      {
        as: 'mara',
        body: { state: 'enrolled', on: on(235) },
      },
    );
    expect(early).toMatchObject({ status: 409, json: { missing: [{ code: 'at_work_or_in_training' }] } });
    inPhase(await reach('school_certificate_obtained', 200, { type: 'ESA' }), 'in_support');
    await refused(reach('training_started', 200), 'training_started');
    const contract = { startsOn: on(150), endsOn: inDays(900), probationMonths: 4, type: 'dual' };
    inPhase(await reach('training_contract_signed', 190, contract), 'in_support');
    const application = { kind: '60c', proof: 'receipt_seen' };
    inPhase(await reach('status_application_filed', 185, application), 'in_support');
    inPhase(await begin('F2', 180), 'in_support');
    const placed = await reach('training_started', 150);
    inPhase(placed, 'placed');
    expect(placed.json.phaseSince).toBe(on(150));
    inPhase(await reach('probation_passed', 25), 'follow_up');
    inPhase(await post(id, 'close', { on: today, reason: 'placed_training' }), 'closed');
  });
});
