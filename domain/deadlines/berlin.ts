import type { Day, Instant } from '../time.js';
import { addDays, dayFromNumber, dayNumber, weekday } from './day-arithmetic.js';
import { dayOf, isDay, partsOf } from './day.js';

// Computed here rather than asked of Intl, so that a machine's time zone data can never move a deadline.

const minutesPerDay = 24 * 60;
const secondsPerDay = minutesPerDay * 60;

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
 * @param secondsLater so long after that time, as a stopwatch counts; a whole number
 * @throws RangeError for what is no calendar day or no time of the day
 */
export function atBerlin(day: Day, time: string | number, secondsLater = 0): Instant {
  const local = dayNumber(day) * minutesPerDay + minutesOfDay(time);
  const inSummer = local - 120;
  return instantOf(isSummerTime(inSummer) ? inSummer : local - 60, secondsLater);
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
  const day = instant.slice(0, 10);
  const hour = twoDigits(instant, 11);
  const minute = twoDigits(instant, 14);
  if (!isDay(day) || !isWrittenSo(instant) || !(hour <= 23) || !(minute <= 59))
    throw new RangeError(`'${instant}' is no instant in UTC; expected 2026-11-23T07:30:00.000Z`);
  return dayNumber(day) * minutesPerDay + hour * 60 + minute;
}

// By the characters' codes, as in day.ts: a plan takes hundreds of instants apart and puts as many together.

/** Whether what follows the day is a time of the day with seconds, and perhaps a fraction, in UTC. */
function isWrittenSo(instant: string): boolean {
  const hasMarks = instant[10] === 'T' && instant[13] === ':' && instant[16] === ':' && instant.endsWith('Z');
  if (!hasMarks || !(twoDigits(instant, 17) <= 59)) return false;
  return instant.length === 20 || /^\.\d+$/.test(instant.slice(19, -1));
}

/** The number that two digits write; NaN where they are none. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

function instantOf(utc: number, secondsLater: number): Instant {
  const seconds = utc * 60 + secondsLater;
  const number = Math.floor(seconds / secondsPerDay);
  const rest = seconds - number * secondsPerDay;
  const hour = Math.floor(rest / 3600);
  const minute = Math.floor((rest % 3600) / 60);
  return `${dayFromNumber(number)}T${pad(hour)}:${pad(minute)}:${pad(rest % 60)}.000Z`;
}

const pad = (value: number): string => (value < 10 ? `0${value}` : String(value));

function minutesOfDay(time: string | number): number {
  const minutes = typeof time === 'number' ? time : minutesOfClock(time);
  if (Number.isInteger(minutes) && minutes >= 0 && minutes < minutesPerDay) return minutes;
  throw new RangeError(`'${time}' is no time of the day; expected HH:mm, or 0 to 1439 minutes`);
}

function minutesOfClock(time: string): number {
  const [, hour, minute] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? [];
  return Number(hour) * 60 + Number(minute);
}
