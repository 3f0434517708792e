import { milestonesByDay, type StandingMilestone } from '../journey/facts.js';
import type { JourneyState } from '../journey/state.js';
import { judgeFact } from '../programme/judge-fact.js';
import type { DeadlineRule } from '../programme/schema/deadline.js';
import type { Programme } from '../programme/schema/programme.js';
import type { Anchor } from './anchors.js';

/**
 * The event that made a deadline done, `undefined` while nothing did. What a participant says without proof
 * (`self_reported`) ends no deadline of the law.
 * @param id the deadline's
 */
export function doneBy(
  rule: DeadlineRule,
  anchor: Anchor,
  id: string,
  state: JourneyState,
  programme: Programme,
): string | undefined {
  if (anchor.doneBy !== undefined) return anchor.doneBy;
  const milestones = milestonesAfter(anchor, state);
  for (const condition of rule.doneWhen) {
    if ('verified' in condition) {
      const verified = state.plain.verified[id];
      if (verified) return verified.event;
      continue;
    }
    const judged = judgeFact(condition, { state, programme, milestones });
    if (judged.is === 'met') return judged.event;
  }
  return undefined;
}

/** What a milestone set off is answered by what lies after it: the training before may have been lost. */
function milestonesAfter({ id }: Anchor, state: JourneyState): StandingMilestone[] {
  const all = milestonesByDay(state);
  return all.slice(all.findIndex((each) => each.id === id) + 1);
}
