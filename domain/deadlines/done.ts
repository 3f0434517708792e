import { byDay, milestonesOf, provenRenewal, type StandingMilestone } from '../journey/facts.js';
import type { JourneyState } from '../journey/state.js';
import type { DeadlineRule } from '../programme/schema.js';
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
): string | undefined {
  if (anchor.doneBy !== undefined) return anchor.doneBy;
  for (const condition of rule.doneWhen) {
    if ('verified' in condition) {
      const verified = state.plain.verified[id];
      if (verified) return verified.event;
    } else if ('renewalRequest' in condition) {
      const renewal = provenRenewal(state);
      if (renewal) return renewal.event;
    } else if ('milestone' in condition) {
      const { milestone: key, field, in: values, proven } = condition;
      const met = candidates(rule, anchor, state).find(
        ({ milestone, data }) =>
          milestone === key &&
          (field === undefined || values?.includes(String(data[field]))) &&
          (!proven || data['proof'] !== 'self_reported'),
      );
      if (met) return met.event;
    }
  }
  return undefined;
}

/** What a training's own course answers lies after its contract or its beginning: the one before may have been lost. */
function candidates(
  { anchor: kind }: DeadlineRule,
  { id }: Anchor,
  state: JourneyState,
): StandingMilestone[] {
  const all = byDay(milestonesOf(state));
  if (kind !== 'training.startsOn' && kind !== 'training.startedOn') return all;
  return all.slice(all.findIndex((each) => each.id === id) + 1);
}
