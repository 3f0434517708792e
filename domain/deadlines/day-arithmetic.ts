import type { Day } from '../time.js';
import { dayOf, daysInMonth, partsOf } from './day.js';

/** 400 years repeat exactly: 146,097 days, a whole number of weeks. */
const daysIn400Years = 146_097;

/** Days from 0000-03-01 to 1970-01-01. Years counted from March have the leap day as their last one. */
const daysBefore1970 = 719_468;

/** A plan asks thousands of times, of a few hundred days: each is reckoned once. There are not many days. */
const numbers = new Map<Day, number>();
const days = new Map<number, Day>();

/** The number of the day counted from 1970-01-01, which is 0. RangeError when it is no calendar day. */
export function dayNumber(day: Day): number {
  const known = numbers.get(day);
  if (known !== undefined) return known;
  const number = reckonNumber(day);
  numbers.set(day, number);
  return number;
}

function reckonNumber(day: Day): number {
  const { year, month, dayOfMonth } = partsOf(day);
  const marchYear = month > 2 ? year : year - 1;
  const marchMonth = (month + 9) % 12;
  // From March on, the months' lengths repeat as 31 30 31 30 31: 153 days in five months.
  const dayOfYear = Math.floor((153 * marchMonth + 2) / 5) + dayOfMonth - 1;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leapDays + dayOfYear - daysBefore1970;
}

/** The day with that number counted from 1970-01-01; RangeError outside the years 1 to 9999. */
export function dayFromNumber(number: number): Day {
  const known = days.get(number);
  if (known !== undefined) return known;
  const day = reckonDay(number);
  days.set(number, day);
  return day;
}

function reckonDay(number: number): Day {
  if (!Number.isSafeInteger(number))
    throw new RangeError(`${number} is no number of days; expected a whole number`);
  const fromMarch = number + daysBefore1970;
  const cycle = Math.floor(fromMarch / daysIn400Years);
  const dayOfCycle = fromMarch - cycle * daysIn400Years;
  const yearOfCycle = Math.floor(
    (dayOfCycle -
      Math.floor(dayOfCycle / 1460) +
      Math.floor(dayOfCycle / 36_524) -
      Math.floor(dayOfCycle / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfCycle - (365 * yearOfCycle + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return dayOf({
    year: cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0),
    month,
    dayOfMonth: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  });
}

/** The day so many days later, or earlier when negative. RangeError for what is no day or no whole number. */
export function addDays(day: Day, days: number): Day {
  return dayFromNumber(dayNumber(day) + days);
}

/** How many days `to` is after `from`; negative when it is before. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** For sorting: negative when `a` is the earlier day, 0 for the same day, positive when it is the later one. */
export function compareDays(a: Day, b: Day): number {
  return daysBetween(b, a);
}

/** The day of the week, 1 for Monday to 7 for Sunday. */
export function weekday(day: Day): number {
  // 1970-01-01 was a Thursday.
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;
}

/** The same day number so many months later, or earlier when negative; a missing day becomes the month's last. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, dayOfMonth } = partsOf(day);
  const target = monthAfter(year, month, months);
  return dayOf({ ...target, dayOfMonth: Math.min(dayOfMonth, daysInMonth(target.year, target.month)) });
}

/** The month so many months after the given one; negative counts back. */
export function monthAfter(year: number, month: number, months: number): { year: number; month: number } {
  if (!Number.isSafeInteger(months)) {
    throw new RangeError(`${months} is no number of months; expected a whole number`);
  }
  const index = year * 12 + month - 1 + months;
  return { year: Math.floor(index / 12), month: index - Math.floor(index / 12) * 12 + 1 };
}
