import type { Agenda, AgendaDiff, AgendaItem } from '../../deadlines/agenda.js';
import type { Instant } from '../../time.js';

const isTold = (item: AgendaItem | undefined): item is AgendaItem =>
  item?.act === 'remind' || item?.act === 'notify';

/** Applies a recorded change to an agenda; what was to be told and is no longer ahead stays readable as past. */
export function changeAgenda(agenda: Agenda, diff: AgendaDiff, at: Instant): void {
  const { deadlines, items, past, since, why } = agenda;
  for (const deadline of diff.deadlines) deadlines[deadline.id] = deadline;
  for (const key of diff.cancelled) {
    const item = items[key];
    delete items[key];
    if (!isTold(item)) continue;
    past[key] = item;
    if (diff.why?.[key] !== undefined) why[key] = diff.why[key];
    since[key] = at;
  }
  for (const item of diff.planned) {
    delete past[item.key];
    delete why[item.key];
    if (isTold(item)) since[item.key] = at;
  }
  for (const item of [...diff.planned, ...diff.moved]) items[item.key] = item;
}
