import { refuseWithoutConsent } from '../consent.js';
import { splitByClass } from '../../programme/milestone-data.js';
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
  refuseClosed(state);
  refuseFuture(on, context);
  const milestone = context.programme.milestones.find((known) => known.key === key);
  if (!milestone)
    throw new Refusal('unknown-milestone', 'The programme has no such milestone.', [], '/milestone');
  if (key !== 'consent_given') refuseWithoutConsent(state);
  const parts = splitByClass(milestone, data);
  const before = state.plain.milestones.filter((reached) => reached.milestone === key);
  if (before.some(({ id }) => saidBefore(state, id, on, data))) return [];
  if (before.length > 0 && !milestone.repeats) {
    throw new Refusal('already-reached', 'This milestone was reached before, with other details.');
  }
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

function saidBefore(state: JourneyState, id: string, on: Day, data: Data): boolean {
  const known = state.case.milestones[id];
  if (!known || known.on !== on) return false;
  const plain = state.plain.milestones.find((reached) => reached.id === id)?.data;
  const { status, contact, notes } = state;
  const sealed = { ...known.data, ...status.milestones[id], ...contact.milestones[id], ...notes[id]?.data };
  return sameData({ ...plain, ...sealed }, data);
}

const sameData = (a: Data, b: Data): boolean => canonical(a) === canonical(b);

const canonical = (data: Data): string =>
  JSON.stringify(Object.entries(data).sort(([a], [b]) => (a < b ? -1 : 1)));
