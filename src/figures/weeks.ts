import type { HorizonFigures } from '../../contract/pages/figures.js';
import type { Calendar } from '../../domain/deadlines/calendar.js';
import { addDays, daysBetween, weekday } from '../../domain/deadlines/day-arithmetic.js';
import type { Day } from '../../domain/time.js';

/** So many weeks are looked ahead, this one included. */
export const weeksAhead = 16;

/** The Monday of a day's week. */
export const mondayOf = (day: Day): Day => addDays(day, 1 - weekday(day));

/** The weeks from a Monday on, with the days on which nobody answers there. */
export function weeksFrom(monday: Day, calendar: Calendar): HorizonFigures['weeks'] {
  return Array.from({ length: weeksAhead }, (_, at) => {
    const first = addDays(monday, at * 7);
    const days = Array.from({ length: 5 }, (__, day) => addDays(first, day));
    return {
      number: weekNumber(first),
      monday: first,
      holidays: days.filter((day) => calendar.isHoliday(day)),
      closed: days.filter((day) => calendar.isWorkingDay(day) && !calendar.isOfficeDay(day)),
    };
  });
}

/** The number of a Monday's week by ISO 8601: a year's first week is the one that has its fourth of January. */
function weekNumber(monday: Day): number {
  const year = addDays(monday, 3).slice(0, 4);
  return daysBetween(mondayOf(`${year}-01-04`), monday) / 7 + 1;
}
