import type { Day, Instant } from '../time.js';
import { addDays, dayFromNumber, dayNumber, weekday } from './day-arithmetic.js';
import { dayOf, isDay, partsOf } from './day.js';

// Computed here rather than asked of Intl, so that a machine's time zone data can never move a deadline.

const minutesPerDay = 24 * 60;

/** A moment on the clocks of Europe/Berlin. */
export type BerlinTime = { day: Day; hour: number; minute: number };

/** The day in Europe/Berlin at that instant. RangeError when it is no instant in UTC. */
export function berlinDay(instant: Instant): Day {
  return berlinTime(instant).day;
}

/** What the clocks in Europe/Berlin show at that instant. RangeError when it is no instant in UTC. */
export function berlinTime(instant: Instant): BerlinTime {
  const utc = utcMinutes(instant);
  const local = utc + (isSummerTime(utc) ? 120 : 60);
  const number = Math.floor(local / minutesPerDay);
  const minutes = local - number * minutesPerDay;
  return { day: dayFromNumber(number), hour: Math.floor(minutes / 60), minute: minutes % 60 };
}

/**
 * The instant at which the clocks in Europe/Berlin show that time. A time that the change to summer time leaves out
 * moves forward by the hour; one that the change back shows twice is the first.
 *
 * @param time `HH:mm`, or the minutes since midnight by the clock, 0 to 1439
 * @throws RangeError for what is no calendar day or no time of the day
 */
export function atBerlin(day: Day, time: string | number): Instant {
  const local = dayNumber(day) * minutesPerDay + minutesOfDay(time);
  const inSummer = local - 120;
  return instantOf(isSummerTime(inSummer) ? inSummer : local - 60);
}

/** The instant at which the day ends in Europe/Berlin, 24:00: the next midnight. */
export function endOfDay(day: Day): Instant {
  return atBerlin(addDays(day, 1), 0);
}

/**
 * Summer time from the last Sunday of March to the last Sunday of October, both at 01:00 UTC, as it has been since
 * 1996 (Directive 2000/84/EC, § 2 of the Sommerzeitverordnung).
 */
function isSummerTime(utc: number): boolean {
  const { year } = partsOf(dayFromNumber(Math.floor(utc / minutesPerDay)));
  const { from, to } = summerOf(year);
  return utc >= from && utc < to;
}

/** Each year's two changes, computed once: a plan asks hundreds of times. */
const summers = new Map<number, { from: number; to: number }>();

function summerOf(year: number): { from: number; to: number } {
  const known = summers.get(year) ?? { from: changeOfClocks(year, 3), to: changeOfClocks(year, 10) };
  summers.set(year, known);
  return known;
}

function changeOfClocks(year: number, month: 3 | 10): number {
  const lastOfMonth = dayOf({ year, month, dayOfMonth: 31 });
  return (dayNumber(lastOfMonth) - (weekday(lastOfMonth) % 7)) * minutesPerDay + 60;
}

function utcMinutes(instant: Instant): number {
  const [, day, hour, minute] = /^(.{10})T([01]\d|2[0-3]):([0-5]\d):[0-5]\d(?:\.\d+)?Z$/.exec(instant) ?? [];
  if (!isDay(day))
    throw new RangeError(`'${instant}' is no instant in UTC; expected 2026-11-23T07:30:00.000Z`);
  return dayNumber(day) * minutesPerDay + Number(hour) * 60 + Number(minute);
}

function instantOf(utc: number): Instant {
  const number = Math.floor(utc / minutesPerDay);
  const minutes = utc - number * minutesPerDay;
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${dayFromNumber(number)}T${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}:00.000Z`;
}

function minutesOfDay(time: string | number): number {
  const [, hour, minute] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(String(time)) ?? [];
  const minutes = typeof time === 'number' ? time : Number(hour) * 60 + Number(minute);
  if (Number.isInteger(minutes) && minutes >= 0 && minutes < minutesPerDay) return minutes;
  throw new RangeError(`'${time}' is no time of the day; expected HH:mm, or 0 to 1439 minutes`);
}
