import fc from 'fast-check';
import { addDays } from '../../domain/deadlines/day-arithmetic.js';
import { mailsDue, type DueMail } from '../../domain/messages/mails-due.js';
import type { Command } from '../../domain/journey/commands/index.js';
import type { SettleMessage } from '../../domain/journey/commands/send-message.js';
import type { Paper } from '../../domain/journey/events.js';
import type { JourneyState } from '../../domain/journey/state.js';
import type { Day, Instant } from '../../domain/time.js';
import { anyAct, rowComes } from './random-acts.js';
import { consent, planAgreed } from './wishes.js';

/** A wish that takes shape against the journey as it then stands, on that day, at that instant. */
export type Wish = (state: JourneyState, today: Day, now: Instant) => Command;

const daysAhead = fc.integer({ min: -40, max: 200 });

const seenPaper = fc.record({
  kind: fc.constantFrom(
    'toleration_60a',
    'toleration_60d',
    'residence_permit_25a',
    'residence_permit_104c',
    'border_crossing_certificate',
    'none_or_unknown',
  ),
  until: fc.option(daysAhead),
  from: fc.option(fc.integer({ min: 0, max: 60 })),
  employmentNote: fc.constantFrom('unknown', 'allowed', 'not_allowed'),
});
type SeenPaper = typeof seenPaper extends fc.Arbitrary<infer Seen> ? Seen : never;

const paperOf = ({ kind, until, from, employmentNote }: SeenPaper, today: Day): Paper => ({
  kind,
  employmentNote,
  ...(until !== null && { validUntil: addDays(today, until) }),
  ...(from !== null && { validFrom: addDays(today, -from) }),
});

const recordPaper = seenPaper.map((seen): Wish => (_, today) => ({
  type: 'RecordDocument',
  paper: paperOf(seen, today),
}));

const correctPaper = fc
  .tuple(seenPaper, fc.nat())
  .map(([seen, pick]): Wish => ({ plain: { documents } }, today) => ({
    type: 'RecordDocument',
    paper: paperOf(seen, today),
    ...(documents.length > 0 && { corrects: documents[pick % documents.length]?.id ?? '' }),
  }));

const purposes = fc.subarray(['case_work', 'reminders', 'provider'], { minLength: 1 });
const giveConsent = purposes.map(
  (given): Wish =>
    (_, today) =>
      consent(today, given),
);

const agreePlan = daysAhead.map(
  (days): Wish =>
    (_, today) =>
      planAgreed(today, addDays(today, days)),
);

const reviewPlan = daysAhead.map((days): Wish => (_, today) => ({
  type: 'ReachMilestone',
  milestone: 'plan_reviewed',
  on: today,
  data: { nextReviewOn: addDays(today, days) },
}));

const close: Wish = (_, on) => ({ type: 'CloseJourney', on, reason: 'unreachable', note: 'Post kam zurück' });
const reopen: Wish = (_, on) => ({ type: 'ReopenJourney', on });
const carryOut: Wish = () => ({ type: 'CarryOutDue' });
/** The engine fails, or goes on where it had failed. */
const reportFailure: Wish = ({ plain }) => ({
  type: plain.flags.length > 0 ? 'ReportPlanningRestored' : 'ReportPlanningFailed',
});
const assign: Wish = () => ({ type: 'AssignCoach', coach: '7f1d2c64-3b8f-4b7e-8f1a-2f2f6f0a9c33' });
const leaveToHint: Wish = () => ({ type: 'AssignCoach', coach: null, hint: 'mara@example.org' });

/** What people and the clock wish, but for messages. */
export const anyWish: fc.Arbitrary<Wish> = fc.oneof(
  { weight: 4, arbitrary: recordPaper },
  { weight: 3, arbitrary: correctPaper },
  { weight: 2, arbitrary: giveConsent },
  { weight: 1, arbitrary: agreePlan },
  { weight: 2, arbitrary: reviewPlan },
  { weight: 6, arbitrary: fc.constantFrom(close, reopen, reopen, carryOut, carryOut, reportFailure) },
  { weight: 1, arbitrary: fc.constantFrom(assign, leaveToHint) },
  { weight: 12, arbitrary: anyAct },
  { weight: 1, arbitrary: rowComes },
);

/** Claims a message that is due, or one that is not. */
export const claimMessage: Wish = (state, _, now) => ({
  type: 'ClaimMessage',
  ...dueMail(state, now),
  told: { text: 'neutral_callback', language: 'ti', textVersion: 1, reviewed: false },
});

/** Gives up a message that is due. */
export const suppressMessage: Wish = (state, _, now) => ({
  type: 'SuppressMessage',
  ...dueMail(state, now),
  why: 'no_callback_number',
});

/** Settles the message that is under way, in one of the ways in which that may end. */
export const settleMessage: fc.Arbitrary<Wish> = fc
  .constantFrom<SettleMessage['outcome']>(
    { state: 'sent' },
    { state: 'deferred', why: 'unreachable' },
    { state: 'failed', why: 'refused' },
  )
  .map((outcome): Wish => (state) => ({ type: 'SettleMessage', ...underWay(state), outcome }));

const dueMail = (state: JourneyState, now: Instant): DueMail =>
  mailsDue(state, now)[0] ?? { key: 'nothing-is-due', with: [] };

function underWay({ plain: { messages } }: JourneyState): { key: string; attempt: number } {
  const [key, act] = Object.entries(messages).find(([, { state }]) => state === 'sending') ?? [];
  return { key: key ?? 'nothing-is-under-way', attempt: act?.attempt ?? 1 };
}
