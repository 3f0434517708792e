import type { TodayItem } from '../../contract/pages/today.js';
import type { Day } from '../../domain/time.js';

type Group = 'overdue' | 'due_today' | 'this_week' | 'next_7_days';

/** An item, and in which group it stands. */
export interface ToDo {
  group: Group;
  item: TodayItem;
}

/** The groups in the order in which they are worked through. */
export const groups: readonly Group[] = ['overdue', 'due_today', 'this_week', 'next_7_days'];

/** Where something stands that should be done by a day. */
export const groupBy = (day: Day, today: Day): Group =>
  day < today ? 'overdue' : day === today ? 'due_today' : 'this_week';

/** Due day, then the gravest, then family name; ids last, so that the order is one. */
export function byUrgency({ item: a }: ToDo, { item: b }: ToDo): number {
  return (
    compare(a.due, b.due) ||
    b.severity - a.severity ||
    (a.journey.name.familyName ?? '').localeCompare(b.journey.name.familyName ?? '', 'de') ||
    compare(a.id, b.id)
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
