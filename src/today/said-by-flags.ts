import type { Deadline } from '../../domain/deadlines/agenda.js';
import { flagRule, type JourneyState } from '../../domain/journey/state.js';
import type { Programme } from '../../domain/programme/schema/programme.js';
import type { StuckCondition } from '../../domain/programme/schema/stuck.js';

/**
 * Whether a raised flag says of a deadline what there is to say: it watches the same day, or the same records. One
 * that was put aside counts as well: else what was put aside would come back under another name.
 */
export function isSaidByFlag({ rule }: Deadline, state: JourneyState, programme: Programme): boolean {
  const anchor = programme.deadlines.find(({ key }) => key === rule)?.anchor;
  const definition = programme.anchors.find(({ key }) => key === anchor);
  const isOfPaper = definition?.of === 'document';
  const milestones = definition?.of === 'milestone' ? definition.milestones : [];
  const says = (condition: StuckCondition): boolean => {
    if ('paper' in condition) return isOfPaper;
    if ('until' in condition) return condition.until === anchor;
    if ('past' in condition) return condition.past === anchor;
    if ('deadline' in condition) return condition.deadline === rule;
    if (!('since' in condition) || typeof condition.since === 'string') return false;
    return 'newestOf' in condition.since && condition.since.newestOf.some((key) => milestones.includes(key));
  };
  const raised = state.plain.flags.map(({ id }) => flagRule(state, id));
  return programme.stuck
    .filter(({ key }) => raised.includes(key))
    .some(({ causes }) => causes.some(({ condition }) => says(condition)));
}
