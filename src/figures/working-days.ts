import type { Calendar } from '../../domain/deadlines/calendar.js';
import { addDays, weekday } from '../../domain/deadlines/day-arithmetic.js';
import type { Day } from '../../domain/time.js';

/** Where counting begins: the first Monday of the calendar's years. */
export const firstMonday = (calendar: Calendar): Day => {
  const first: Day = `${calendar.firstYear}-01-01`;
  return addDays(first, (8 - weekday(first)) % 7);
};

/** The public holidays from Monday to Friday in all years that the calendar knows, in order. */
export function holidaysOnWeekdays(calendar: Calendar): Day[] {
  const holidays: Day[] = [];
  for (let day = firstMonday(calendar); day.slice(0, 4) <= String(calendar.lastYear); day = addDays(day, 1)) {
    if (weekday(day) <= 5 && calendar.isHoliday(day)) holidays.push(day);
  }
  return holidays;
}

/**
 * An expression that counts the working days up to a day, itself included; the difference of two is how many lie between.
 * Days before the calendar's count as its first.
 * @param first the first Monday, as a date in SQL
 * @param holidays those of `holidaysOnWeekdays`, as dates in SQL
 */
export function workingDaysUpTo(day: string, first: string, holidays: string): string {
  const since = `(greatest(${day}, ${first}) - ${first})`;
  return `(${since} / 7 * 5 + least(${since} % 7 + 1, 5) - width_bucket(greatest(${day}, ${first}), ${holidays}))`;
}

/** The day before which something began that lasts for more than so many working days. */
export function beginsBefore(moreThan: number, today: Day, calendar: Calendar): Day {
  const first = firstMonday(calendar);
  let [day, counted] = [today, 0];
  while (counted <= moreThan && day > first) {
    if (calendar.isWorkingDay(day)) counted += 1;
    day = addDays(day, -1);
  }
  return addDays(day, 1);
}
