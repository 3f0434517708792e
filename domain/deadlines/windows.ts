import type { Day, Instant } from '../time.js';
import { atBerlin, berlinDay, berlinTime } from './berlin.js';
import type { Calendar } from './calendar.js';
import { addDays, weekday } from './day-arithmetic.js';
import { partsOf } from './day.js';

/** When participants may be written to, and how a morning's messages are spread. */
export interface Windows {
  calendar: Calendar;
  /** `false` (a demonstration): no window, no spread; a message is due when its rung's day begins. */
  quietHours: boolean;
}

/** Mondays to Fridays 09:00–19:00, Saturdays 10:00–16:00, in minutes of the day; never on Sundays and holidays. */
const weekdayHours = { from: 9 * 60, to: 19 * 60 };
const saturdayHours = { from: 10 * 60, to: 16 * 60 };

/** The first half hour of a window takes the morning's messages, so that a day's work is no single instant. */
const spreadMinutes = 30;

/** The instant of a participant's rung that falls on `day`: the start of the next allowed window, spread by `seed`. */
export function rungInstant(day: Day, seed: string, windows: Windows): Instant {
  return windowInstant(allowedFrom(day, windows), seed, windows);
}

/**
 * The instant of a message that a click caused: 15 to 60 seconds after it, so that an undo reaches it, then the
 * next allowed window.
 */
export const soonAfter = (instant: Instant, seed: string, windows: Windows): Instant =>
  nextAllowed(soon(instant, seed), seed, windows);

/** 15 to 60 seconds after a click, so that an undo reaches what it caused. */
export const soon = (instant: Instant, seed: string): Instant => later(instant, 15 + (hash(seed) % 46));

/** The instant itself where participants may be written to, else the start of the next window, spread by `seed`. */
export function nextAllowed(instant: Instant, seed: string, windows: Windows): Instant {
  if (!windows.quietHours) return instant;
  const { day, hour, minute } = berlinTime(instant);
  const hours = hoursOf(day);
  const minutes = hour * 60 + minute;
  if (isClosed(day, windows) || minutes >= hours.to) {
    return windowStart(allowedFrom(addDays(day, 1), windows), seed);
  }
  return minutes >= hours.from ? instant : windowStart(day, seed);
}

/** The start of a day's window, spread by `seed`; the start of the day where there are no quiet hours. */
export const windowInstant = (day: Day, seed: string, { quietHours }: Windows): Instant =>
  quietHours ? windowStart(day, seed) : atBerlin(day, 0);

const windowStart = (day: Day, seed: string): Instant =>
  atBerlin(day, hoursOf(day).from, hash(seed) % (spreadMinutes * 60));

const hoursOf = (day: Day): { from: number; to: number } =>
  weekday(day) === 6 ? saturdayHours : weekdayHours;

/** The day itself, or the next one on which participants may be written to. */
export function allowedFrom(day: Day, windows: Windows): Day {
  if (!windows.quietHours) return day;
  return isClosed(day, windows) ? allowedFrom(addDays(day, 1), windows) : day;
}

/** Outside the calendar's years only Sundays are known; a rung there lies far in the past or is planned anew in time. */
function isClosed(day: Day, { calendar }: Windows): boolean {
  const { year } = partsOf(day);
  const known = year >= calendar.firstYear && year <= calendar.lastYear;
  return weekday(day) === 7 || (known && calendar.isHoliday(day));
}

/** The instant so many seconds later. */
export const later = (instant: Instant, seconds: number): Instant =>
  new Date(Date.parse(instant) + seconds * 1000).toISOString();

/** FNV-1a: spreads journeys evenly and stays the same for ever, on every machine. */
function hash(seed: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < seed.length; at += 1) {
    value = Math.imul(value ^ seed.charCodeAt(at), 0x01000193) >>> 0;
  }
  return value;
}

/** Whether that day is over, in the programme's region, at that instant. */
export const isOver = (day: Day, at: Instant): boolean => berlinDay(at) > day;

/** Acts that nobody waits for are spread over 04:00 to 06:00 of their day. */
export const backgroundInstant = (day: Day, seed: string): Instant =>
  atBerlin(day, 4 * 60, hash(seed) % (2 * 60 * 60));
