import { berlinDay } from '../../../domain/deadlines/berlin.js';
import type { Day } from '../../../domain/time.js';
import type { RecordMilestone } from './command.js';
import type { JourneyState, MilestoneKey, Phase, Reminder, Review } from './state.js';

/** Each milestone: the phase that it may come in, and the one it leads to. */
const steps: Readonly<Record<MilestoneKey, { from: Phase; to: Phase }>> = {
  eligibility_checked: { from: 'registered', to: 'eligible' },
  needs_assessed: { from: 'eligible', to: 'assessed' },
  plan_agreed: { from: 'assessed', to: 'planned' },
  plan_reviewed: { from: 'planned', to: 'planned' },
};

/** A reminder goes out two weeks before a review, three days before, and on the day. */
const ladder = [14, 3, 0];
const dayMs = 86_400_000;

/** Which milestones may come now. */
export function mayCome(state: JourneyState): MilestoneKey[] {
  const keys = Object.keys(steps) as MilestoneKey[];
  return keys.filter((key) => steps[key].from === state.phase);
}

/** Why the milestone can't be recorded now; undefined when it can. */
export function refusal(
  state: JourneyState,
  { milestone, on, data, at }: RecordMilestone,
): string | undefined {
  if (!mayCome(state).includes(milestone)) return `${milestone} may not come in the phase ${state.phase}`;
  if (on > berlinDay(at)) return 'a milestone lies in the past or is of today';
  if ('nextReviewOn' in data && data.nextReviewOn <= on) return 'the next review comes after this day';
  return undefined;
}

/** The journey after a milestone that is not refused. */
export function decide(state: JourneyState, { milestone, data, at }: RecordMilestone): JourneyState {
  const review = 'nextReviewOn' in data ? reviewOn(data.nextReviewOn, at) : state.review;
  return { version: state.version + 1, phase: steps[milestone].to, ...(review && { review }) };
}

function reviewOn(dueOn: Day, now: string): Review {
  const morning = Date.parse(`${dueOn}T07:00:00.000Z`);
  const reminders: Reminder[] = ladder.map((daysBefore) => ({
    daysBefore,
    at: new Date(morning - daysBefore * dayMs).toISOString(),
  }));
  return { dueOn, reminders: reminders.filter(({ at }) => at > now) };
}
