import fc from 'fast-check';
import { addDays } from '../../domain/deadlines/day-arithmetic.js';
import { nextDue } from '../../domain/deadlines/plan.js';
import { later } from '../../domain/deadlines/windows.js';
import type { JourneyState } from '../../domain/journey/state.js';
import type { Instant } from '../../domain/time.js';
import { takenBack } from './random-acts.js';
import { anyWish, claimMessage, settleMessage, suppressMessage, type Wish } from './random-wishes.js';
import { consent, paper } from './wishes.js';

/** A wish, and how long after the one before it comes. */
export interface Step {
  /** Minutes, or until something is due, or a message. */
  after: number | 'next due' | 'next message';
  wish: Wish;
}

const minutes = fc.integer({ min: 0, max: 90 });
const weeks = fc.integer({ min: 0, max: 40 * 24 * 60 });
const whenDue = fc.constant('next due' as const);

const anyStep = fc.record({ after: fc.oneof(minutes, weeks, whenDue), wish: anyWish }).map((step) => [step]);

/** A message on its way: claimed when it is due, mostly settled soon. */
const messageSteps = fc
  .tuple(fc.constantFrom(claimMessage, claimMessage, claimMessage, suppressMessage), minutes, settleMessage)
  .map(([first, after, settle]): Step[] => [
    { after: 'next message', wish: first },
    { after, wish: settle },
  ]);

/** A mistake that is seen soon. */
const mistakes = fc.tuple(takenBack, minutes).map(([[act, undo], after]): Step[] => [
  { after: 5, wish: act },
  { after, wish: undo },
]);

/** Mostly somebody who may be reminded of a paper; else every message would be a rare accident. */
const beginning = fc.integer({ min: 20, max: 200 }).map((days): Step[] => [
  { after: 5, wish: (_, today) => consent(today) },
  { after: 5, wish: (_, today) => paper(addDays(today, days)) },
]);

/** A history of so many steps. */
export const steps = (length: number): fc.Arbitrary<Step[]> => {
  const any = fc.array(
    fc.oneof(
      { weight: 9, arbitrary: anyStep },
      { weight: 3, arbitrary: messageSteps },
      { weight: 1, arbitrary: mistakes },
    ),
    {
      minLength: length,
      maxLength: length,
    },
  );
  return fc
    .tuple(fc.oneof({ weight: 3, arbitrary: beginning }, { weight: 1, arbitrary: fc.constant([]) }), any)
    .map(([first, rest]) => [...first, ...rest.flat()].slice(0, length));
};

/** The instant of a step that follows on `now`. */
export function instantOf({ after }: Step, state: JourneyState, now: Instant): Instant {
  if (typeof after === 'number') return later(now, after * 60);
  const due =
    after === 'next due'
      ? nextDue({ case: state.case.agenda, status: state.status.agenda })
      : nextMessage(state);
  return due !== undefined && due > now ? due : now;
}

function nextMessage({ case: own, status }: JourneyState): Instant | undefined {
  const items = [...Object.values(own.agenda.items), ...Object.values(status.agenda.items)];
  return items
    .filter(({ act, held }) => act === 'remind' && held !== 'held_back')
    .map(({ at }) => at)
    .sort()[0];
}
