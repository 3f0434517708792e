import { mayCome } from './decide.js';
import type { JourneyState } from './state.js';

/** What the API shows of a journey: as much of Lotse's answer as says what comes next. */
export function viewOf(id: string, state: JourneyState) {
  const { version, phase, review } = state;
  return {
    id,
    version,
    phase,
    next: mayCome(state).map((milestone) => ({ milestone, missing: [] })),
    deadlines: review
      ? [
          {
            rule: 'participation_plan_review',
            state: 'open',
            dueRaw: review.dueOn,
            reminders: review.reminders,
          },
        ]
      : [],
  };
}
export type JourneyView = ReturnType<typeof viewOf>;
