import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dayOf, daysInMonth, isDay, partsOf } from './day.js';

describe('a day of the calendar', () => {
  it.each(['2027-02-28', '2028-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('%s is one', (day) => {
    expect(isDay(day)).toBe(true);
  });

  it.each(['2027-02-29', '1900-02-29', '2027-04-31', '2027-13-01', '2027-00-10', '2027-01-00', '0000-01-01'])(
    '%s is none: there is no such day',
    (day) => expect(isDay(day)).toBe(false),
  );

  it.each([
    '27-01-15',
    '15.01.2027',
    '2027-1-5',
    '2027-01-15T00:00:00Z',
    ' 2027-01-15',
    '',
    null,
    undefined,
    20270115,
  ])('%j is none: it is not written as one', (value) => expect(isDay(value)).toBe(false));

  it('comes apart and together again', () => {
    const parts = fc.record({
      year: fc.integer({ min: 1, max: 9999 }),
      month: fc.integer({ min: 1, max: 12 }),
    });
    fc.assert(
      fc.property(parts, fc.nat(30), ({ year, month }, nth) => {
        const day = { year, month, dayOfMonth: (nth % daysInMonth(year, month)) + 1 };
        expect(partsOf(dayOf(day))).toEqual(day);
      }),
    );
  });

  it('is refused with a clear sentence when it is none', () => {
    expect(() => partsOf('2027-02-29')).toThrow(
      new RangeError("'2027-02-29' is no calendar day; expected YYYY-MM-DD, such as 2027-01-15"),
    );
    expect(() => dayOf({ year: 2027, month: 2, dayOfMonth: 30 })).toThrow(RangeError);
    expect(() => partsOf(undefined as unknown as string)).toThrow(
      /a value of type undefined is no calendar day/,
    );
  });
});
