import { describe, expect, it } from '@jest/globals';
import type { Journey } from '../../../contract/journeys/journey.js';
import { journeyReport } from './journey-report.js';

const journey = {
  id: 'j1',
  version: 3,
  externalId: 'AC-1',
  phase: 'in_support',
  phaseSince: '2026-03-02',
  overlays: ['unreachable'],
  commune: 'stolberg',
  coach: 'mara.lenz@example.org',
  participant: { id: 'p1', givenName: 'Aram', familyName: 'Murad' },
  documents: [{ kind: 'toleration_60a', validUntil: '2026-12-05', current: true }],
  modules: [{ module: 'F1', state: 'active', since: '2026-03-02' }],
  milestones: [{ milestone: 'plan_agreed', on: '2026-03-01' }],
  deadlines: [{ due: '2026-12-05', state: 'open', title: 'Ablauf des Aufenthaltspapiers' }],
  next: [{ milestone: 'plan_reviewed', missing: [] }],
  flags: [{ rule: 'document_expiring_unhandled', severity: 2, suggestion: 'Verlängerung beantragen.' }],
  tasks: [
    { state: 'done', due: '2026-11-01', title: 'Gültig bis fehlt' },
    { state: 'open', due: '2026-12-01', title: 'Persönlich Bescheid geben' },
  ],
} as unknown as Journey;

describe('a journey at a terminal', () => {
  it('begins with what needs somebody, then tells papers, deadlines and what comes next', () => {
    expect(journeyReport(journey).split('\n')).toEqual([
      'AC-1  Aram Murad',
      'in_support since 2026-03-02, stolberg, mara.lenz@example.org',
      'over it lies: unreachable',
      '',
      'Needs attention:',
      '  this week  document_expiring_unhandled  Verlängerung beantragen.',
      '',
      'To do:',
      '  by 2026-12-01  Persönlich Bescheid geben',
      '',
      'Papers:',
      '  toleration_60a  valid until 2026-12-05  current',
      '',
      'Modules:',
      '  F1  active  2026-03-02',
      '',
      'Milestones:',
      '  2026-03-01  plan_agreed',
      '',
      'Deadlines:',
      '  2026-12-05  open  Ablauf des Aufenthaltspapiers',
      '',
      'Next:',
      '  plan_reviewed',
      '',
      'On Temporal’s pages its workflow ends with journey/j1',
    ]);
  });

  it('names the coach whom the register names, until she has an account', () => {
    const hinted = { ...journey, coach: null, coachHint: 'jana@example.org' } as Journey;
    expect(journeyReport(hinted)).toContain('no account yet: jana@example.org');
  });
});
