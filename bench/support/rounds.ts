import type { Journey } from '../../contract/journeys/journey.js';
import { addDays } from '../../domain/deadlines/day-arithmetic.js';
import type { Day } from '../../domain/time.js';

/** A milestone to be recorded, and what the answer has to show because of it. */
export interface Round {
  body: { milestone: string; on: Day; data: Record<string, unknown> };
  /** The new agenda: what may come next, or the deadline that the milestone has set. */
  isShownIn(journey: Journey): boolean;
}

/**
 * The milestone of each round through all journeys: access is checked, needs are assessed, a plan is agreed; from then
 * on the plan is reviewed, each time with another day of the next review.
 * @param today the programme's day: nothing is recorded that lies ahead
 */
export function roundOf(number: number, today: Day): Round {
  if (number === 0) return eligible(today);
  if (number === 1) return assessed(today);
  return number === 2 ? planned(today) : reviewed(today, addDays(today, 90 + number));
}

const eligible = (on: Day): Round => ({
  body: {
    milestone: 'eligibility_checked',
    on,
    data: { result: 'eligible', statusKind: 'toleration_60a', livesInStateFacility: false },
  },
  isShownIn: ({ phase, next }) => phase === 'eligible' && mayCome('needs_assessed', next),
});

const assessed = (on: Day): Round => ({
  body: {
    milestone: 'needs_assessed',
    on,
    data: { topics: ['language', 'work'], germanLevel: 'A2', schoolingYears: '5-8' },
  },
  isShownIn: ({ phase, next }) => phase === 'assessed' && mayCome('plan_agreed', next),
});

const planned = (on: Day): Round => ({
  body: {
    milestone: 'plan_agreed',
    on,
    data: { goals: ['Ausbildung'], steps: ['B1'], nextReviewOn: addDays(on, 90), agreedOn: on },
  },
  isShownIn: (journey) =>
    journey.phase === 'planned' &&
    mayCome('plan_reviewed', journey.next) &&
    reviewIsDue(addDays(on, 90), journey),
});

const reviewed = (on: Day, nextReviewOn: Day): Round => ({
  body: { milestone: 'plan_reviewed', on, data: { nextReviewOn } },
  isShownIn: (journey) => reviewIsDue(nextReviewOn, journey),
});

const mayCome = (wanted: string, next: Journey['next']): boolean =>
  next.some((step) => 'milestone' in step && step.milestone === wanted && step.missing.length === 0);

/** Of all reviews only the newest is still to be kept; whoever is told of it is named with the instant. */
function reviewIsDue(day: Day, { deadlines }: Journey): boolean {
  const open = deadlines.filter(
    ({ rule, state }) => rule === 'participation_plan_review' && state === 'open',
  );
  return open.length === 1 && open[0]?.dueRaw === day && open[0].reminders.length > 0;
}
