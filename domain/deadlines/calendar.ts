import { getHolidays } from 'feiertagejs';
import type { Day } from '../time.js';
import { partsOf } from './day.js';
import { addDays, weekday } from './day-arithmetic.js';

/** The working days of one place, for the years from `firstYear` to `lastYear`; RangeError for any other day. */
export type Calendar = {
  readonly place: 'NRW';
  readonly firstYear: number;
  readonly lastYear: number;
  /** A public holiday by law, whatever the day of the week. */
  isHoliday(day: Day): boolean;
  /** Neither Saturday nor Sunday nor a public holiday: what periods by law roll to. */
  isWorkingDay(day: Day): boolean;
  /** A working day on which the offices are open. */
  isOfficeDay(day: Day): boolean;
};

const firstYear = 2020;
const lastYear = 2040;

/** The eleven days of § 2 (1) Feiertagsgesetz NW; Easter Sunday and Whit Sunday are Sundays anyway. */
const holidaysByLaw: readonly string[] = [
  'NEUJAHRSTAG',
  'KARFREITAG',
  'OSTERMONTAG',
  'TAG_DER_ARBEIT',
  'CHRISTIHIMMELFAHRT',
  'PFINGSTMONTAG',
  'FRONLEICHNAM',
  'DEUTSCHEEINHEIT',
  'ALLERHEILIGEN',
  'ERSTERWEIHNACHTSFEIERTAG',
  'ZWEITERWEIHNACHTSFEIERTAG',
];

/** Rosenmontag is 48 days before Easter Sunday, so 49 before Easter Monday. */
const rosenmontagBeforeEasterMonday = 49;

/** From 24 December to 1 January, both included, the offices are closed; most of these days are no holidays. */
const isOverTheYears = (day: Day) => day.slice(5) >= '12-24' || day.slice(5) === '01-01';

function nrw(): Calendar {
  const publicHolidays = new Set<Day>();
  const rosenmontage = new Set<Day>();
  for (let year = firstYear; year <= lastYear; year += 1) {
    for (const { name, date } of getHolidays(year, 'NW')) {
      if (!holidaysByLaw.includes(name)) continue;
      // The library's `date` is noon UTC; its `dateString` is the machine's local day, a day late beyond UTC+12.
      const day = date.toISOString().slice(0, 10);
      publicHolidays.add(day);
      if (name === 'OSTERMONTAG') rosenmontage.add(addDays(day, -rosenmontagBeforeEasterMonday));
    }
  }
  const isHoliday = (day: Day) => publicHolidays.has(known(day));
  const isWorkingDay = (day: Day) => !isHoliday(day) && weekday(day) <= 5;
  const isOfficeDay = (day: Day) => isWorkingDay(day) && !isOverTheYears(day) && !rosenmontage.has(day);
  return { place: 'NRW', firstYear, lastYear, isHoliday, isWorkingDay, isOfficeDay };
}

function known(day: Day): Day {
  const { year } = partsOf(day);
  if (year >= firstYear && year <= lastYear) return day;
  throw new RangeError(
    `${day} is outside the calendar of NRW, which knows the years ${firstYear} to ${lastYear}`,
  );
}

let ofNrw: Calendar | undefined;

/**
 * The calendar of North Rhine-Westphalia, the place of the courts and authorities: its public holidays (§ 2
 * Feiertagsgesetz NW) and, for the programme's own targets, the days on which its offices are closed.
 *
 * @throws RangeError for any other place
 */
export function calendar(place: 'NRW'): Calendar {
  if (place !== 'NRW') throw new RangeError(`'${String(place)}' has no calendar here; expected 'NRW'`);
  ofNrw ??= nrw();
  return ofNrw;
}
