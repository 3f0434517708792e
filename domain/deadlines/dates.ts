import type { Day } from '../time.js';
import type { Calendar } from './calendar.js';
import { dayOf, daysInMonth, partsOf } from './day.js';
import { addDays, addMonths, monthAfter } from './day-arithmetic.js';

export { calendar } from './calendar.js';

/**
 * The last day of a period that an event sets off (a letter's service, a decision's announcement). The day of the
 * event does not count; weeks end on the same weekday, months on the same day number, and where the month has no
 * such day, on its last one. The period ends at 24:00 Berlin of that day and has not been moved off a Sunday yet:
 * `rollForward` does that.
 *
 * § 187 (1), § 188 (2) alternative 1 and (3) BGB; by § 31 (1) VwVfG, § 57 (2) VwGO with § 222 ZPO, § 26 SGB X.
 *
 * @param period exactly one of `weeks` and `months`, a whole number from 1
 * @throws RangeError for what is no calendar day or no such period
 */
export function eventEnd(event: Day, period: { weeks?: number; months?: number }): Day {
  const { unit, count } = onlyUnit(period, ['weeks', 'months']);
  return unit === 'weeks' ? addDays(event, 7 * count) : addMonths(event, count);
}

/**
 * The last day of a period whose first day counts: a year of age, a contract, a probation period. It ends with the
 * day before the one that has the start's day number; where the month has no such day, with its last one. So
 * somebody born on 29 February completes each year of age on 28 February.
 *
 * § 187 (2), § 188 (2) alternative 2 and (3) BGB. Never moved off a Sunday.
 *
 * @param period exactly one of `months` and `years`, a whole number from 1
 * @throws RangeError for what is no calendar day or no such period
 */
export function inclusiveEnd(start: Day, period: { months?: number; years?: number }): Day {
  const { unit, count } = onlyUnit(period, ['months', 'years']);
  const { year, month, dayOfMonth } = partsOf(start);
  const target = monthAfter(year, month, unit === 'years' ? 12 * count : count);
  if (dayOfMonth === 1) return addDays(dayOf({ ...target, dayOfMonth: 1 }), -1);
  return dayOf({ ...target, dayOfMonth: Math.min(dayOfMonth - 1, daysInMonth(target.year, target.month)) });
}

/**
 * The day so many calendar months earlier, for windows such as "at the earliest seven months before the training
 * begins". A missing day becomes the month's last; never moved off a Sunday. Going back and forth again need not
 * lead to the same day: always count from the day that was given.
 *
 * § 60c (3) AufenthG; §§ 187, 188 BGB by analogy.
 *
 * @param months a whole number from 0
 * @throws RangeError for what is no calendar day or no such number
 */
export function monthsBefore(day: Day, months: number): Day {
  if (!Number.isSafeInteger(months) || months < 0) {
    throw new RangeError(`${months} is no number of months; expected a whole number from 0`);
  }
  return addMonths(day, -months);
}

/**
 * The day itself, or the next one that is no Saturday, Sunday or public holiday. Only for periods before courts,
 * authorities and social insurers and for declarations under civil law: a paper's last valid day, an age or a
 * probation period never moves. 24 and 31 December and Rosenmontag move nothing, the offices being closed or not.
 *
 * § 31 (3) sentence 1 VwVfG NRW, § 222 (2) ZPO, § 26 (3) SGB X, § 64 (3) SGG, § 193 BGB.
 *
 * @throws RangeError for what is no calendar day or lies outside the calendar's years
 */
export function rollForward(day: Day, calendar: Calendar): Day {
  let rolled = day;
  while (!calendar.isWorkingDay(rolled)) rolled = addDays(rolled, 1);
  return rolled;
}

/**
 * The day itself, or the last one before it on which the offices work: no Saturday, Sunday, public holiday or
 * office-closed day. For the programme's own targets, which should lie before a day off; no statute asks for it.
 *
 * @throws RangeError for what is no calendar day or lies outside the calendar's years
 */
export function rollBackInternal(day: Day, calendar: Calendar): Day {
  let rolled = day;
  while (!calendar.isOfficeDay(rolled)) rolled = addDays(rolled, -1);
  return rolled;
}

function onlyUnit<Unit extends string>(
  period: { readonly [unit in Unit]?: number },
  units: readonly Unit[],
): { unit: Unit; count: number } {
  const given = units.flatMap((unit) => {
    const count = period[unit];
    return count === undefined ? [] : [{ unit, count }];
  });
  const [only] = given;
  if (only === undefined || given.length > 1) {
    throw new RangeError(
      `a period of ${given.length} units was given; expected exactly one of ${units.join(', ')}`,
    );
  }
  if (!Number.isSafeInteger(only.count) || only.count < 1) {
    throw new RangeError(`${only.count} is no number of ${only.unit}; expected a whole number from 1`);
  }
  return only;
}
