import type { Agenda, AgendaDiff } from '../../deadlines/agenda.js';
import type { Instant } from '../../time.js';

/** Applies a recorded change to an agenda; reminders that were cancelled stay readable as past. */
export function changeAgenda(agenda: Agenda, diff: AgendaDiff, at: Instant): void {
  const { deadlines, items, past, since } = agenda;
  for (const deadline of diff.deadlines) deadlines[deadline.id] = deadline;
  for (const key of diff.cancelled) {
    const item = items[key];
    delete items[key];
    if (item?.act !== 'remind') continue;
    past[key] = item;
    since[key] = at;
  }
  for (const item of diff.planned) {
    delete past[item.key];
    if (item.act === 'remind') since[item.key] = at;
  }
  for (const item of [...diff.planned, ...diff.moved]) items[item.key] = item;
}
