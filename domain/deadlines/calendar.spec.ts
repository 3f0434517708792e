import { describe, expect, it } from '@jest/globals';
import { calendar } from './calendar.js';
import { addDays, weekday } from './day-arithmetic.js';

const nrw = calendar('NRW');

/** Easter Sunday by Butcher's algorithm, independent of the library behind the calendar. */
function easter(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const f = Math.floor((b + 8) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - f + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const inMarch = h + l - 7 * m + 22;
  return addDays(`${year}-03-01`, inMarch - 1);
}

function daysOf(year: number): string[] {
  const days: string[] = [];
  for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) days.push(day);
  return days;
}

const years = Array.from({ length: 21 }, (_, index) => 2020 + index);

describe('the calendar of North Rhine-Westphalia', () => {
  it.each(years)('has in %i exactly the eleven holidays by law', (year) => {
    const fixed = ['01-01', '05-01', '10-03', '11-01', '12-25', '12-26'].map((day) => `${year}-${day}`);
    const movable = [-2, 1, 39, 50, 60].map((days) => addDays(easter(year), days));
    expect(daysOf(year).filter((day) => nrw.isHoliday(day))).toEqual([...fixed, ...movable].toSorted());
  });

  it.each(years)('closes the offices in %i on Rosenmontag and from 24 December to 1 January', (year) => {
    const weekdays = daysOf(year).filter((day) => weekday(day) <= 5);
    const closed = weekdays.filter((day) => !nrw.isHoliday(day) && !nrw.isOfficeDay(day));
    const turn = weekdays.filter((day) => day >= `${year}-12-24` && !nrw.isHoliday(day));
    expect(closed).toEqual([addDays(easter(year), -48), ...turn]);
    expect(closed.every((day) => nrw.isWorkingDay(day))).toBe(true);
  });

  it('knows Rosenmontag of the years that are printed on the walls', () => {
    expect(['2027-02-08', '2028-02-28'].map((day) => nrw.isOfficeDay(day))).toEqual([false, false]);
  });

  it('refuses years it does not know, other places and what is no day', () => {
    expect(() => nrw.isWorkingDay('2041-01-01')).toThrow(
      new RangeError('2041-01-01 is outside the calendar of NRW, which knows the years 2020 to 2040'),
    );
    expect(() => nrw.isHoliday('2019-12-31')).toThrow(RangeError);
    expect(() => nrw.isOfficeDay('2027-02-30')).toThrow(RangeError);
    expect(() => calendar('Bayern' as 'NRW')).toThrow(/'Bayern' has no calendar here/);
  });
});
