import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  addMonths,
  compareDays,
  daysBetween,
  dayFromNumber,
  dayNumber,
  weekday,
} from './day-arithmetic.js';

const anyDay = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('counting days', () => {
  it('counts as the proleptic Gregorian calendar does, over 400 years and back', () => {
    const miscounted: number[] = [];
    for (let number = dayNumber('1800-01-01'); number <= dayNumber('2200-01-01'); number += 1) {
      const day = new Date(number * 86_400_000).toISOString().slice(0, 10);
      if (dayFromNumber(number) !== day || dayNumber(day) !== number) miscounted.push(number);
    }
    expect(miscounted).toEqual([]);
  });

  it('knows the weekday, Monday first', () => {
    expect(['2026-11-23', '2026-11-29', '1970-01-01', '1969-12-31'].map(weekday)).toEqual([1, 7, 4, 3]);
  });

  it('adds days over the ends of months and years, and takes them away', () => {
    expect(addDays('2027-12-31', 1)).toBe('2028-01-01');
    expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -4000, max: 4000 }), (day, days) => {
        expect(daysBetween(day, addDays(day, days))).toBe(days);
      }),
    );
  });

  it('sorts days as their text does', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(Math.sign(compareDays(a, b))).toBe(a < b ? -1 : a > b ? 1 : 0);
      }),
    );
  });

  it('adds months with the day number kept, or the last day of a shorter month', () => {
    expect(addMonths('2027-08-31', -6)).toBe('2027-02-28');
    expect(addMonths('2027-12-15', 1)).toBe('2028-01-15');
    expect(addMonths('2027-01-15', -1)).toBe('2026-12-15');
    expect(addMonths('2027-08-31', -18)).toBe('2026-02-28');
  });

  it('refuses what is no day, no whole number, or leaves the calendar', () => {
    expect(() => addDays('2027-02-30', 1)).toThrow(RangeError);
    expect(() => addDays('2027-02-28', 0.5)).toThrow(RangeError);
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
    expect(() => addDays('0001-01-01', -1)).toThrow(RangeError);
    expect(() => addMonths('2027-02-28', 1.5)).toThrow(RangeError);
  });
});
