import { isRecordable } from '../../../domain/deadlines/day.js';
import type { Day } from '../../../domain/time.js';

/** A day, or why the cell is none. */
export type DayCell = { day: Day } | { problem: 'impossible-date' | 'ambiguous-date' };

/**
 * Reads `TT.MM.JJJJ` (leading zeros may be missing) or `JJJJ-MM-TT`. Two-digit years and slashes are ambiguous:
 * `3/4/27` is a day in March or in April.
 */
export function readDay(cell: string): DayCell {
  const written = cell.replace(/\s/g, '');
  const [, dayOfMonth, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(written) ?? [];
  const day =
    year === undefined ? written : `${year}-${month?.padStart(2, '0')}-${dayOfMonth?.padStart(2, '0')}`;
  if (isRecordable(day)) return { day };
  if (year === undefined && /^\d{1,2}[./-]\d{1,2}[./-](\d{2}|\d{4})$/.test(written))
    return { problem: 'ambiguous-date' };
  return { problem: 'impossible-date' };
}
