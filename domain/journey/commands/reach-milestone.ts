import { consentSince, refuseWithoutConsent } from '../consent.js';
import { milestonesOf } from '../facts.js';
import { judge } from '../../programme/guards.js';
import { splitByClass } from '../../programme/milestone-data.js';
import type { Milestone } from '../../programme/schema/milestone.js';
import type { Day } from '../../time.js';
import type { Data, ProposedEvent } from '../events.js';
import { Refusal } from '../refusal.js';
import type { JourneyState } from '../state.js';
import { refuseClosed, refuseFuture, type DecisionContext } from './context.js';

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
  const milestone = context.programme.milestones.find((known) => known.key === key);
  if (!milestone?.afterClosing) refuseClosed(state);
  refuseFuture(on, context);
  if (!milestone)
    throw new Refusal('unknown-milestone', 'The programme has no such milestone.', [], '/milestone');
  if (key !== 'consent_given') refuseWithoutConsent(state);
  const before = milestonesOf(state, key);
  if (before.some((known) => known.on === on && sameData(known.data, data)) && stillHolds(state, key, data))
    return [];
  if (before.length > 0 && !mayRepeat(milestone.repeats, command, state)) {
    throw new Refusal('already-reached', 'This milestone was reached before, with other details.');
  }
  const { missing } = judge(milestone.requires, state, context.programme);
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

function mayRepeat(
  repeats: Milestone['repeats'],
  { milestone, data }: ReachMilestone,
  state: JourneyState,
): boolean {
  if (typeof repeats === 'object') {
    const recorded = milestonesOf(state).map(({ milestone: key }) => key);
    return recorded.lastIndexOf(repeats.after) > recorded.lastIndexOf(milestone);
  }
  switch (repeats) {
    case 'never':
      return false;
    case 'always':
      return true;
    case 'reassessment':
      return data['reassessment'] === true;
    case 'other_kind':
      return milestonesOf(state, milestone).every((known) => known.data['kind'] !== data['kind']);
  }
}

/** A consent that was withdrawn is given again by saying the same. */
function stillHolds(state: JourneyState, key: string, { purposes }: Data): boolean {
  if (key !== 'consent_given' || !Array.isArray(purposes)) return true;
  return (['case_work', 'reminders', 'provider'] as const)
    .filter((purpose) => purposes.includes(purpose))
    .every((purpose) => consentSince(state, purpose) !== undefined);
}

const sameData = (a: Data, b: Data): boolean => canonical(a) === canonical(b);

const canonical = (data: Data): string =>
  JSON.stringify(Object.entries(data).sort(([a], [b]) => (a < b ? -1 : 1)));
