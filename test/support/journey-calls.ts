import { expect } from '@jest/globals';
import { berlinDay } from '../../domain/deadlines/berlin.js';
import { addDays } from '../../domain/deadlines/day-arithmetic.js';
import type { Answer, Api, Sent } from './api.js';

/** The real day in Berlin, and days from it. */
export const today = berlinDay(new Date().toISOString());
export const inDays = (days: number) => addDays(today, days);

/** Somebody of twenty who may enter. */
export const person = (more: object = {}) => ({
  givenName: 'Merhawi',
  familyName: 'Tesfay',
  bornOn: inDays(-20 * 365),
  language: 'ti',
  ...more,
});

export const opening = (more: object = {}) => ({ commune: 'eschweiler', participant: person(), ...more });

/** A paper that is valid for so many days from today. */
export const paper = (days: number) => ({ kind: 'toleration_60a', validUntil: inDays(days) });

export const consent = (...purposes: string[]) => ({
  milestone: 'consent_given',
  on: today,
  data: { purposes, language: 'ti', form: 'paper', textVersion: '1' },
});

/** What the programme asks for before a plan is agreed. */
export const beforePlan = [
  {
    milestone: 'eligibility_checked',
    on: today,
    data: { result: 'eligible', statusKind: 'toleration_60a', livesInStateFacility: false },
  },
  {
    milestone: 'needs_assessed',
    on: today,
    data: { topics: ['work'], germanLevel: 'A2', schoolingYears: '5-8' },
  },
];

export const plan = {
  milestone: 'plan_agreed',
  on: today,
  data: { goals: ['Ausbildung'], steps: ['Praktikum'], nextReviewOn: inDays(90), agreedOn: today },
};

/** What a refusal is told by. */
export const seen = ({ status, json }: Answer) => ({ status, code: json?.code });

/** Two coaches (`mara` of Eschweiler and Stolberg, `jana` of Eschweiler), two coordinators (`karl`, `olga` of Monschau), an admin (`root`). */
export const staff = {
  mara: { role: 'coach', communes: ['eschweiler', 'stolberg'] },
  jana: { role: 'coach', communes: ['eschweiler'] },
  karl: { role: 'coordinator' },
  olga: { role: 'coordinator', communes: ['monschau'] },
  root: { role: 'admin' },
} as const;

/** Requests as Mara sends them, unless another one is named. */
export function journeyCalls(api: () => Api) {
  const open = (body: object = opening(), as = 'mara') =>
    api().call('POST', '/api/v1/journeys', { as, body });
  return {
    open,
    /** Opens a journey that has to be taken, and tells its id. */
    async opened(body: object = opening(), as = 'mara'): Promise<string> {
      const answer = await open(body, as);
      expect(answer).toMatchObject({ status: 201 });
      return answer.json.id as string;
    },
    post: (id: string, what: string, body: object, more: Sent = {}) =>
      api().call('POST', `/api/v1/journeys/${id}/${what}`, { as: 'mara', body, ...more }),
    get: (path: string, as = 'mara', headers: Record<string, string> = {}) =>
      api().call('GET', `/api/v1${path}`, { as, headers }),
  };
}
