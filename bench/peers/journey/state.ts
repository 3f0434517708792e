import type { Day } from '../../../domain/time.js';

// A journey small enough to be written four times, with the phases, guards and timers of bench/support/rounds.ts. It is
// bundled into a workflow: nothing is imported here but types.

export type MilestoneKey = 'eligibility_checked' | 'needs_assessed' | 'plan_agreed' | 'plan_reviewed';
export type Phase = 'registered' | 'eligible' | 'assessed' | 'planned';

/** A reminder that lies ahead. */
export interface Reminder {
  /** So many days before the review is due. */
  daysBefore: number;
  /** ISO 8601, UTC. */
  at: string;
}

/** The review of the plan that has to come next, and who is told of it when. */
export interface Review {
  dueOn: Day;
  /** The next first. */
  reminders: readonly Reminder[];
}

export interface JourneyState {
  /** Counts the milestones. */
  version: number;
  phase: Phase;
  review?: Review;
}

/** A journey of which nothing but the person is known. */
export const registered: JourneyState = { version: 0, phase: 'registered' };

/** The timer that is set: the reminder that comes next. */
export const nextReminder = (state: JourneyState): Reminder | undefined => state.review?.reminders[0];

/** After a reminder has been sent, the next one is waited for. */
export function reminded(state: JourneyState): JourneyState {
  if (!state.review) return state;
  return { ...state, review: { ...state.review, reminders: state.review.reminders.slice(1) } };
}
