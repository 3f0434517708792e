import type { Day, Instant } from '../time.js';
import { atBerlin, berlinDay, berlinTime } from './berlin.js';
import type { Calendar } from './calendar.js';
import { addDays, weekday } from './day-arithmetic.js';
import { partsOf } from './day.js';
import { backgroundInstant, soon, type Windows } from './windows.js';

/** Staff get one mail a working morning; what is grave goes at once while the offices are open. */
const morning = 7 * 60 + 30;
const evening = 18 * 60;

/**
 * When a notice that falls on `day` is queued: early on that working day, or the one before where the office is
 * closed, so that the mail of that morning finds it.
 */
export const staffInstant = (day: Day, seed: string, { calendar, quietHours }: Windows): Instant =>
  quietHours ? backgroundInstant(officeDayFrom(day, calendar, -1), seed) : atBerlin(day, 0);

/** When a notice is queued that a click has just caused: in time for the next working morning's mail, and for an undo. */
export const nextStaffMorning = (instant: Instant, seed: string, windows: Windows): Instant =>
  inTimeForMail(soon(instant, seed), seed, windows);

/** The same of what the clock has caused: nobody undoes it, so that nothing has to wait for that. */
export function inTimeForMail(instant: Instant, seed: string, windows: Windows): Instant {
  if (!windows.quietHours) return instant;
  const early = backgroundInstant(berlinDay(mailMorning(instant, windows)), seed);
  return early > instant ? early : instant;
}

/** When something grave is queued: within a minute in office hours, else for the next working morning. */
export function urgentInstant(instant: Instant, seed: string, windows: Windows): Instant {
  const caused = soon(instant, seed);
  return isOfficeHour(caused, windows) ? caused : nextStaffMorning(instant, seed, windows);
}

/** Whether staff may be written to at once: on working days from 07:30 to 18:00. */
export function isOfficeHour(instant: Instant, { calendar, quietHours }: Windows): boolean {
  if (!quietHours) return true;
  const { day, hour, minute } = berlinTime(instant);
  const minutes = hour * 60 + minute;
  return isOpen(day, calendar) && minutes >= morning && minutes < evening;
}

/** The hour of the staff's mail on a day; whether the offices are open then is another question. */
export const morningOf = (day: Day): Instant => atBerlin(day, morning);

/** The instant itself where staff may be written to, else the next working morning. */
export const nextOfficeInstant = (instant: Instant, windows: Windows): Instant =>
  isOfficeHour(instant, windows) ? instant : mailMorning(instant, windows);

/** The first working morning, 07:30, at or after an instant: when a notice that is queued then is mailed. */
export function mailMorning(instant: Instant, { calendar, quietHours }: Windows): Instant {
  if (!quietHours) return instant;
  const today = berlinDay(instant);
  const first = morningOf(officeDayFrom(today, calendar, 1));
  return first >= instant ? first : morningOf(officeDayFrom(addDays(today, 1), calendar, 1));
}

const officeDayFrom = (day: Day, calendar: Calendar, step: 1 | -1): Day =>
  isOpen(day, calendar) ? day : officeDayFrom(addDays(day, step), calendar, step);

/** Outside the calendar's years every Monday to Friday is a working day. */
function isOpen(day: Day, calendar: Calendar): boolean {
  const { year } = partsOf(day);
  const known = year >= calendar.firstYear && year <= calendar.lastYear;
  return known ? calendar.isOfficeDay(day) : weekday(day) <= 5;
}
