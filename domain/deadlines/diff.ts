import { sameFields } from '../same-fields.js';
import type { Agenda, AgendaDiff } from './agenda.js';

/**
 * What turns the recorded agenda into the planned one, or `undefined` when they are equal. A deadline that is no
 * longer planned (its paper was corrected to another kind, its rule is gone) is cancelled, never dropped; what was
 * done stays done while its record stands.
 * @param stands whether a record was not withdrawn
 */
export function diffAgenda(
  recorded: Agenda,
  planned: Agenda,
  stands: (record: string) => boolean,
): AgendaDiff | undefined {
  const diff: AgendaDiff = { deadlines: [], planned: [], moved: [], cancelled: [] };
  for (const deadline of Object.values(planned.deadlines)) {
    if (!sameFields(recorded.deadlines[deadline.id], deadline)) diff.deadlines.push(deadline);
  }
  for (const deadline of Object.values(recorded.deadlines)) {
    if (planned.deadlines[deadline.id] || deadline.state === 'cancelled') continue;
    if (deadline.state === 'done' && stands(deadline.anchor)) continue;
    diff.deadlines.push({ ...deadline, state: 'cancelled' });
  }
  for (const item of Object.values(planned.items)) {
    const before = recorded.items[item.key];
    if (!before) diff.planned.push(item);
    else if (!sameFields(before, item)) diff.moved.push(item);
  }
  diff.cancelled = Object.keys(recorded.items).filter((key) => !planned.items[key]);
  return Object.values(diff).some((part: unknown[]) => part.length > 0) ? diff : undefined;
}
