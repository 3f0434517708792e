import fc from 'fast-check';
import { addDays } from '../../domain/deadlines/day-arithmetic.js';
import { nextDue } from '../../domain/deadlines/plan.js';
import { later } from '../../domain/deadlines/windows.js';
import { messagesDue } from '../../domain/journey/commands/carry-out-due.js';
import type { Command } from '../../domain/journey/commands/index.js';
import type { SettleMessage } from '../../domain/journey/commands/send-message.js';
import type { Paper } from '../../domain/journey/events.js';
import type { JourneyState } from '../../domain/journey/state.js';
import type { Day, Instant } from '../../domain/time.js';
import { consent, planAgreed } from './wishes.js';

/** A wish that takes shape against the journey as it then stands, after some time has passed. */
export interface Step {
  /** Minutes, or until something is due. */
  after: number | 'next due';
  wish: Wish;
}

/** Gives the command; may look at the journey, the day and the instant. */
export type Wish = (state: JourneyState, today: Day, now: Instant) => Command;

const daysAhead = fc.integer({ min: -40, max: 200 });
const kinds = [
  'toleration_60a',
  'toleration_60d',
  'asylum_permission',
  'residence_permit_25a',
  'none_or_unknown',
];

const paper = fc.record({
  kind: fc.constantFrom(...kinds),
  until: fc.option(daysAhead, { nil: undefined }),
  from: fc.option(fc.integer({ min: 0, max: 60 }), { nil: undefined }),
  employmentNote: fc.constantFrom('unknown', 'permitted'),
});

const paperOn = (
  {
    kind,
    until,
    from,
    employmentNote,
  }: { kind: string; until?: number | undefined; from?: number | undefined; employmentNote: string },
  today: Day,
): Paper => ({
  kind,
  employmentNote,
  ...(until !== undefined && { validUntil: addDays(today, until) }),
  ...(from !== undefined && { validFrom: addDays(today, -from) }),
});

const outcome = fc.constantFrom<SettleMessage['outcome']>(
  { state: 'sent' },
  { state: 'deferred', why: 'unreachable' },
  { state: 'failed', why: 'refused' },
);

const wish: fc.Arbitrary<Wish> = fc.oneof(
  {
    weight: 4,
    arbitrary: paper.map((seen): Wish => (_, today) => ({
      type: 'RecordDocument',
      paper: paperOn(seen, today),
    })),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(paper, fc.nat()).map(([seen, pick]): Wish => ({ plain: { documents } }, today) => ({
      type: 'RecordDocument',
      paper: paperOn(seen, today),
      ...(documents.length > 0 && { corrects: documents[pick % documents.length]?.id ?? '' }),
    })),
  },
  {
    weight: 3,
    arbitrary: fc.subarray(['case_work', 'reminders', 'provider'], { minLength: 1 }).map(
      (purposes): Wish =>
        (_, today) =>
          consent(today, purposes),
    ),
  },
  {
    weight: 1,
    arbitrary: daysAhead.map(
      (days): Wish =>
        (_, today) =>
          planAgreed(today, addDays(today, days)),
    ),
  },
  {
    weight: 2,
    arbitrary: daysAhead.map((days): Wish => (_, today) => ({
      type: 'ReachMilestone',
      milestone: 'plan_reviewed',
      on: today,
      data: { nextReviewOn: addDays(today, days) },
    })),
  },
  {
    weight: 1,
    arbitrary: fc.constant<Wish>((_, today) => ({
      type: 'CloseJourney',
      on: today,
      reason: 'unreachable',
      note: 'verzogen',
    })),
  },
  { weight: 2, arbitrary: fc.constant<Wish>((_, today) => ({ type: 'ReopenJourney', on: today })) },
  { weight: 3, arbitrary: fc.constant<Wish>(() => ({ type: 'CarryOutDue' })) },
  {
    weight: 4,
    arbitrary: fc
      .nat()
      .map((pick): Wish => (state, _, now) => ({ type: 'ClaimMessage', key: dueKey(state, now, pick) })),
  },
  {
    weight: 1,
    arbitrary: fc.nat().map((pick): Wish => (state, _, now) => ({
      type: 'SuppressMessage',
      key: dueKey(state, now, pick),
      why: 'no_callback_number',
    })),
  },
  {
    weight: 4,
    arbitrary: outcome.map((outcome): Wish => (state) => ({
      type: 'SettleMessage',
      ...underWay(state),
      outcome,
    })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Wish>(
      () => ({ type: 'AssignCoach', coach: '7f1d2c64-3b8f-4b7e-8f1a-2f2f6f0a9c33' }),
      () => ({ type: 'AssignCoach', coach: null, hint: 'mara@example.org' }),
    ),
  },
  { weight: 1, arbitrary: fc.constant<Wish>(() => ({ type: 'ReportPlanningFailed' })) },
);

/** Wishes with the time between them: minutes, weeks, or until something is due. */
export const steps = (length: number): fc.Arbitrary<Step[]> => {
  const after = fc.oneof(
    fc.integer({ min: 0, max: 90 }),
    fc.integer({ min: 0, max: 40 * 24 * 60 }),
    fc.constant('next due' as const),
  );
  return fc.array(fc.record({ after, wish }), { minLength: length, maxLength: length });
};

/** The instant of a step that follows on `now`. */
export function instantOf({ after }: Step, state: JourneyState, now: Instant): Instant {
  if (after !== 'next due') return later(now, after * 60);
  const due = nextDue({ case: state.case.agenda, status: state.status.agenda });
  return due !== undefined && due > now ? due : now;
}

function dueKey(state: JourneyState, now: Instant, pick: number): string {
  const due = messagesDue(state, now);
  return due[pick % Math.max(due.length, 1)] ?? 'nothing-is-due';
}

function underWay({ plain: { messages } }: JourneyState): { key: string; attempt: number } {
  const [key, act] = Object.entries(messages).find(([, { state }]) => state === 'sending') ?? [];
  return { key: key ?? 'nothing-is-under-way', attempt: act?.attempt ?? 1 };
}
