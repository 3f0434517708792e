import { refuseWithoutConsent } from '../consent.js';
import { judge, requiredFor } from '../../programme/guards.js';
import { splitByClass } from '../../programme/milestone-data.js';
import type { Day } from '../../time.js';
import type { Data, ProposedEvent } from '../events.js';
import { Refusal } from '../refusal.js';
import type { JourneyState } from '../state.js';
import { refuseClosed, refuseFuture, type DecisionContext } from './context.js';
import { isSaidAlready, refuseRepetition } from './repeat-milestone.js';

/** Something that the programme counts has happened; `data` was checked against the programme's fields. */
export interface ReachMilestone {
  type: 'ReachMilestone';
  milestone: string;
  on: Day;
  data: Data;
  note?: string;
}

/** Records a milestone. The same one with the same day and data is said once; others only where it may repeat. */
export function reachMilestone(
  state: JourneyState,
  command: ReachMilestone,
  context: DecisionContext,
): ProposedEvent[] {
  const { milestone: key, on, data, note } = command;
  refuseFuture(on, context);
  const milestone = context.programme.milestones.find((known) => known.key === key);
  if (!milestone)
    throw new Refusal('unknown-milestone', 'The programme has no such milestone.', [], '/milestone');
  if (!milestone.afterClosing) refuseClosed(state);
  if (key !== 'consent_given') refuseWithoutConsent(state);
  if (isSaidAlready(milestone.repeats, command, state)) return [];
  refuseRepetition(milestone.repeats, command, state, context);
  const { missing } = judge(requiredFor(milestone, data), state, context.programme);
  if (missing.length > 0) throw new Refusal('not-yet-possible', 'Something has to come first.', missing);
  const parts = splitByClass(milestone, data);
  const record = context.idFor('milestone');
  const notes = { ...(note !== undefined && { note }), ...(parts.notes && { data: parts.notes }) };
  return [
    {
      type: 'MilestoneReached',
      plain: { record, milestone: key, ...(parts.plain && { data: parts.plain }) },
      case: { on, ...(parts.case && { data: parts.case }) },
      ...(parts.status && { status: { data: parts.status } }),
      ...(parts.contact && { contact: { data: parts.contact } }),
      ...(Object.keys(notes).length > 0 && { notes }),
      occurredOn: on,
    },
  ];
}
