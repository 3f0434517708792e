import { mailMorning, nextOfficeInstant } from '../deadlines/staff-hours.js';
import { later, type Windows } from '../deadlines/windows.js';
import type { Instant } from '../time.js';

/**
 * When somebody has to look next whether staff are to be written to: the next working morning after `now`, earlier
 * where a mail is to be sent again. `null`, with quiet hours off, while only news can change anything.
 * @param again the earliest instant at which a mail without an outcome is due again
 */
export function nextStaffMail(now: Instant, again: Instant | null, windows: Windows): Instant | null {
  const retry = again === null ? [] : [nextOfficeInstant(again > now ? again : now, windows)];
  const morning = windows.quietHours ? [mailMorning(later(now, 0.001), windows)] : [];
  return [...retry, ...morning].sort()[0] ?? null;
}
