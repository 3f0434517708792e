import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { AgendaByClass } from '../../domain/deadlines/agenda.js';
import { agendaChange } from '../../domain/journey/agenda-change.js';
import { dueAt, plan } from '../../domain/deadlines/plan.js';
import type { PlanContext } from '../../domain/deadlines/plan-context.js';
import type { Command } from '../../domain/journey/commands/index.js';
import type { JourneyState } from '../../domain/journey/state.js';
import { assessed, contract, eligible, newest, paperOf, phase, raised, reach } from '../support/histories.js';
import { planningWith, programme } from '../support/planning.js';
import { instantOf, steps } from '../support/steps.js';
import { reachable, Story, storyOf } from '../support/story.js';
import { opening, planAgreed } from '../support/wishes.js';

const now = '2026-11-23T07:30:00.000Z';
const today = '2026-11-23';
const runs = { seed: 20261123, numRuns: 25 };

const agendaOf = ({ case: own, status }: JourneyState): AgendaByClass => ({
  case: own.agenda,
  status: status.agenda,
});

describe('after any history', () => {
  it('nothing but messages stays due, once what is due was carried out', () => {
    fc.assert(
      fc.property(steps(14), (history) => {
        const story = new Story(now);
        story.does(opening(story.today));
        for (const step of history) {
          story.now = instantOf(step, story.state, story.now);
          story.tries(step.wish(story.state, story.today, story.now));
          story.does({ type: 'CarryOutDue' });
          const left = dueAt(story.now, agendaOf(story.state));
          expect(left.filter(({ act }) => act !== 'remind')).toEqual([]);
        }
      }),
      runs,
    );
  });

  it('years of silence come to rest, however late they are carried out', () => {
    const years = fc.integer({ min: 1, max: 3000 });
    fc.assert(
      fc.property(steps(10), years, (history, days) => {
        const story = storyOf(history, now);
        story.reaches(new Date(Date.parse(story.now) + days * 86_400_000).toISOString());
        const left = dueAt(story.now, agendaOf(story.state));
        expect(left.filter(({ act }) => act !== 'remind')).toEqual([]);
      }),
      runs,
    );
  });

  /** Today's rules, and one more; a calendar with a holiday that nobody knew of. */
  const others: [string, (planning: PlanContext) => PlanContext][] = [
    ['a planner was mended', (planning) => ({ ...planning, quietHours: true, stamp: 'mended' })],
    [
      'a rule was added',
      (planning) => ({ ...planning, programme, ruleKnownAt: () => now, stamp: 'one more rule' }),
    ],
    [
      'a holiday was added',
      ({ calendar, ...planning }) => ({
        ...planning,
        stamp: 'holiday',
        calendar: {
          ...calendar,
          isHoliday: (day) => day === '2027-01-11' || calendar.isHoliday(day),
          isOfficeDay: (day) => day !== '2027-01-11' && calendar.isOfficeDay(day),
          isWorkingDay: (day) => day !== '2027-01-11' && calendar.isWorkingDay(day),
        },
      }),
    ],
  ];
  const fewer = {
    ...programme,
    deadlines: programme.deadlines.filter(({ key }) => key !== 'residence_document_expiry'),
  };

  it.each(others)('the next act heals every agenda when %s, without a volley', (what, change) => {
    fc.assert(
      fc.property(steps(8), (history) => {
        const old = planningWith(
          what === 'a rule was added'
            ? { programme: fewer }
            : { quietHours: what !== 'a planner was mended' },
        );
        const story = storyOf(history, now, old);
        const planning = change(planningWith());
        const healed = new Story(story.now, planning);
        healed.state = structuredClone(story.state);
        healed.does({ type: 'CarryOutDue' });
        const fresh = plan(healed.state, planning);
        expect(agendaChange(healed.state, fresh)).toBeUndefined();
        const dueOf = dueAt(story.now, agendaOf(healed.state)).filter(({ act }) => act === 'remind');
        const deadlines = dueOf.map(({ deadline }) => deadline);
        expect(new Set(deadlines).size).toBe(deadlines.length);
      }),
      runs,
    );
  });
});

describe('the same facts, known at the same instant', () => {
  const facts: Command[] = [
    eligible(today),
    paperOf('toleration_60a', '2027-01-31'),
    { type: 'RecordContact', on: today, channel: 'phone', direction: 'in', reached: true },
    { type: 'ChangeParticipant', person: { germanLevel: 'B1' }, contact: { phone: '+49 2403 1' } },
    reach('status_application_filed', today, { kind: '25a', proof: 'self_reported' }),
    reach('work_permission_granted', today, { kind: 'training' }),
    { type: 'ProposeModule', module: 'F1', on: today },
    { type: 'SetOverlay', overlay: 'unreachable', since: today },
  ];

  it('give the same days, rungs, flags and phase in any order in which they may be said', () => {
    const said = (order: Command[]): unknown => {
      const story = reachable(now);
      for (const command of order) story.does(command);
      story.does({ type: 'CarryOutDue' });
      return outcomeOf(story);
    };
    const wanted = said(facts);
    fc.assert(
      fc.property(fc.shuffledSubarray(facts, { minLength: facts.length }), (order) => {
        expect(said(order)).toEqual(wanted);
      }),
      runs,
    );
  });
});

type Kind = 'milestones' | 'contacts' | 'documents' | 'modules' | 'renewals';

describe('the withdrawal of a record', () => {
  const base: Command[] = [eligible(today), assessed(today), planAgreed(today, '2027-02-22')];
  const records: [string, Kind, Command[]][] = [
    ['a paper', 'documents', [paperOf('toleration_60a', '2027-01-31')]],
    ['a paper that was over', 'documents', [paperOf('toleration_60a', '2026-11-01')]],
    ['a border crossing certificate', 'documents', [paperOf('border_crossing_certificate', '2026-12-31')]],
    ['a contract', 'milestones', [contract(today, '2027-08-01')]],
    ['a placement', 'milestones', [reach('job_started', today)]],
    ['a review', 'milestones', [reach('plan_reviewed', today, { nextReviewOn: '2027-05-24' })]],
    [
      'an application',
      'milestones',
      [reach('status_application_filed', today, { kind: '25a', proof: 'receipt_seen' })],
    ],
    ['a new assessment', 'milestones', [assessed(today, { reassessment: true })]],
    ['the proposal of a module', 'modules', [{ type: 'ProposeModule', module: 'F4', on: today }]],
    [
      'a proven request for renewal',
      'renewals',
      [{ type: 'RequestRenewal', on: today, proof: 'receipt_seen' }],
    ],
    [
      'a contact',
      'contacts',
      [{ type: 'RecordContact', on: today, channel: 'phone', direction: 'in', reached: true }],
    ],
  ];

  it.each(records)('%s gives the state without it', (_, kind, acts) => {
    for (const before of [[], [paperOf('toleration_60a', '2027-03-31')]]) {
      if (kind === 'renewals' && before.length === 0) continue; // there is nothing to be renewed
      const without = reachable(now);
      const withIt = reachable(now);
      for (const command of [...base, ...before]) {
        without.does(command);
        withIt.does(command);
      }
      for (const command of acts) withIt.does(command);
      const record = newest(withIt, kind);
      const ofKind = kind === 'renewals' ? 'renewal-requests' : kind;
      withIt.does({ type: 'WithdrawRecord', kind: ofKind, record, reason: 'Verwechselt' });
      expect(outcomeOf(withIt)).toEqual(outcomeOf(without));
      const later = '2027-02-01T09:00:00.000Z';
      withIt.reaches(later);
      without.reaches(later);
      expect(outcomeOf(withIt)).toEqual(outcomeOf(without));
    }
  });
});

/** What follows from the facts, without the ids that a command gave: deadlines, rungs, flags, tasks, phase. */
function outcomeOf(story: Story): unknown {
  const { state } = story;
  const standing = story.deadlines.filter(({ state }) => state !== 'cancelled');
  const { case: own, status } = agendaOf(state);
  const items = [...Object.values(own.items), ...Object.values(status.items)];
  return {
    phase: phase(story),
    deadlines: standing.map(({ rule, due, state }) => `${rule} ${due} ${state}`).sort(),
    items: items.map(({ rule, rung, to, at }) => `${rule} ${rung} ${to} ${at.slice(0, 16)}`).sort(),
    flags: raised(story),
    tasks: state.plain.tasks.filter(({ state }) => state === 'open').map(({ kind }) => kind),
  };
}
