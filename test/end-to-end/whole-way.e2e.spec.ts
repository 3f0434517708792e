import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { berlinDay } from '../../domain/deadlines/berlin.js';
import { addDays } from '../../domain/deadlines/day-arithmetic.js';
import { eventually } from '../support/eventually.js';
import { startLotse, type Answer, type RunningLotse } from '../support/running-lotse.js';
import { temporalView } from '../support/temporal-view.js';

let lotse: RunningLotse;
let token: string;
let temporal: Awaited<ReturnType<typeof temporalView>>;
let id: string;
const today = berlinDay(new Date().toISOString());

beforeAll(async () => {
  lotse = await startLotse();
  token = await lotse.account('koordination@example.org', 'coordinator');
  temporal = await temporalView(lotse.run);
}, 180_000);
afterAll(async () => {
  await temporal.close();
  await lotse.remove();
}, 60_000);

const say = (path: string, body: object, method = 'POST'): Promise<Answer> =>
  lotse.call(token, method, `/journeys/${id}${path}`, body);

/** Records a milestone so many days ago. */
async function reach(milestone: string, daysAgo: number, data?: object): Promise<void> {
  const answer = await say('/milestones', { milestone, on: addDays(today, -daysAgo), ...(data && { data }) });
  expect({ milestone, status: answer.status, problem: answer.json.code }).toEqual({
    milestone,
    status: 201,
    problem: undefined,
  });
}

/** Opens a module and lets it begin. */
async function begin(module: string, daysAgo: number): Promise<string> {
  const on = addDays(today, -daysAgo);
  const opened = await say('/modules', { module, on });
  expect(opened.status).toBe(201);
  const instance = (opened.json.modules as { id: string; module: string; state: string }[]).find(
    (each) => each.module === module && each.state === 'proposed',
  );
  const begun = await say(`/modules/${instance?.id}`, { state: 'active', on }, 'PATCH');
  expect({ module, status: begun.status, problem: begun.json.code }).toEqual({
    module,
    status: 200,
    problem: undefined,
  });
  return instance?.id ?? '';
}

/** The phase as the participant's workflow knows it. */
const isIn = (phase: string): Promise<void> =>
  eventually(async () => expect((await temporal.standing(id)).phase).toBe(phase), 10_000);

describe('one participant’s whole way', () => {
  it('goes from the first contact to the closing, and the workflow knows each phase', async () => {
    const opened = await lotse.call(token, 'POST', '/journeys', {
      commune: 'herzogenrath',
      participant: { givenName: 'Rojin', familyName: 'Murad', bornOn: '2004-12-12', language: 'kmr' },
      document: { kind: 'toleration_60a', validUntil: addDays(today, 120), employmentNote: 'allowed' },
      firstContactOn: addDays(today, -300),
    });
    expect(opened.status).toBe(201);
    id = opened.json.id as string;
    await isIn('contacted');

    await reach('consent_given', 290, {
      purposes: ['case_work', 'reminders'],
      language: 'kmr',
      form: 'paper',
      textVersion: '1',
    });
    await isIn('intake');
    await reach('eligibility_checked', 280, {
      result: 'eligible',
      statusKind: 'toleration_60a',
      livesInStateFacility: false,
    });
    await isIn('eligible');
    await reach('needs_assessed', 260, {
      topics: ['language', 'work'],
      germanLevel: 'A2',
      schoolingYears: '5-8',
    });
    await isIn('assessed');
    await reach('plan_agreed', 250, {
      goals: ['Eine Ausbildung finden'],
      steps: ['Deutsch auf B1'],
      nextReviewOn: addDays(today, 30),
      agreedOn: addDays(today, -250),
    });
    await isIn('planned');

    await begin('F1', 240);
    await isIn('in_support');
    await begin('F3', 230);
    await reach('school_certificate_obtained', 200, { type: 'ESA' });
    await reach('training_contract_signed', 190, {
      startsOn: addDays(today, -150),
      endsOn: addDays(today, 900),
      probationMonths: 4,
      type: 'dual',
    });
    await reach('status_application_filed', 185, { kind: '60c', proof: 'receipt_seen' });
    await begin('F2', 180);
    await isIn('in_support');

    await reach('training_started', 150);
    await isIn('placed');
    await reach('probation_passed', 25);
    await isIn('follow_up');

    const closed = await say('/close', { on: today, reason: 'placed_training' });
    expect(closed.status).toBe(200);
    expect(closed.json.phase).toBe('closed');
    await isIn('closed');
  }, 120_000);
});
