import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { calendar, eventEnd, inclusiveEnd, monthsBefore, rollBackInternal, rollForward } from './dates.js';
import { addDays, addMonths, weekday } from './day-arithmetic.js';
import { partsOf } from './day.js';

const nrw = calendar('NRW');

const dayBetween = (from: string, to: string) =>
  fc
    .date({ min: new Date(from), max: new Date(to), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
const anyDay = dayBetween('1990-01-01', '2060-12-31');
const calendarDay = dayBetween('2020-01-31', '2040-12-31');

interface Vector {
  fn: string;
  expect: string;
  raw?: string;
  start?: string;
  event?: string;
  date?: string;
  weeks?: number;
  months?: number;
  years?: number;
}
const vectors = JSON.parse(readFileSync(new URL('date-vectors.json', import.meta.url), 'utf8')) as Vector[];

/** How each kind of example is computed; an input that it does not need is empty. */
const compute: Record<string, (vector: Vector) => string> = {
  inclusiveEnd: ({ start = '', months, years }) =>
    inclusiveEnd(start, { ...(months && { months }), ...(years && { years }) }),
  'eventEnd+rollForward': ({ event = '', raw, weeks, months }) => {
    const end = eventEnd(event, { ...(weeks && { weeks }), ...(months && { months }) });
    expect(end).toBe(raw);
    return rollForward(end, nrw);
  },
  'monthsBefore(no roll)': ({ date = '', months = 0 }) => monthsBefore(date, months),
  'not-inverse': () => eventEnd(monthsBefore('2027-08-31', 6), { months: 6 }),
  'weeksBefore+rollBack(internal)': ({ date = '', weeks = 0 }) =>
    rollBackInternal(addDays(date, -7 * weeks), nrw),
};

describe('the dates of the law', () => {
  it.each(vectors.map((vector) => ({ title: JSON.stringify(vector), vector })))(
    'computes the example $title',
    ({ vector }) => expect(compute[vector.fn]?.(vector)).toBe(vector.expect),
  );
});

describe('a period that an event sets off', () => {
  it('ends on the same weekday, or on the same day number if the month has one', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (event, count) => {
        expect(weekday(eventEnd(event, { weeks: count }))).toBe(weekday(event));
        const end = eventEnd(event, { months: count });
        const kept = partsOf(end).dayOfMonth === partsOf(event).dayOfMonth;
        expect(kept || partsOf(addDays(end, 1)).dayOfMonth === 1).toBe(true);
      }),
    );
  });
});

describe('a period whose first day counts', () => {
  it('ends the day before the one with the same day number, or with the month that has none', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 400 }), (start, months) => {
        const anniversary = addMonths(start, months);
        const exists = partsOf(anniversary).dayOfMonth === partsOf(start).dayOfMonth;
        const next = addDays(inclusiveEnd(start, { months }), 1);
        expect(next).toBe(exists ? anniversary : addDays(anniversary, 1));
      }),
    );
  });

  it('counts a year as twelve months', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 30 }), (start, years) => {
        expect(inclusiveEnd(start, { years })).toBe(inclusiveEnd(start, { months: 12 * years }));
      }),
    );
  });
});

describe('rolling', () => {
  it('forward never lands on a Saturday, Sunday or holiday, goes no further than it must, and once is enough', () => {
    fc.assert(
      fc.property(calendarDay, (day) => {
        const rolled = rollForward(day, nrw);
        expect(weekday(rolled) <= 5 && !nrw.isHoliday(rolled)).toBe(true);
        for (let passed = day; passed < rolled; passed = addDays(passed, 1)) {
          expect(nrw.isWorkingDay(passed)).toBe(false);
        }
        expect(rollForward(rolled, nrw)).toBe(rolled);
      }),
    );
  });

  it('forward is not stopped by offices that are merely closed', () => {
    expect(rollForward('2026-12-24', nrw)).toBe('2026-12-24');
    expect(rollForward('2027-02-08', nrw)).toBe('2027-02-08');
  });

  it('back lands on a day on which the offices work, goes no further than it must, and once is enough', () => {
    fc.assert(
      fc.property(calendarDay, (day) => {
        const rolled = rollBackInternal(day, nrw);
        expect(nrw.isOfficeDay(rolled)).toBe(true);
        for (let passed = day; passed > rolled; passed = addDays(passed, -1)) {
          expect(nrw.isOfficeDay(passed)).toBe(false);
        }
        expect(rollBackInternal(rolled, nrw)).toBe(rolled);
      }),
    );
  });

  it('back from New Year or Rosenmontag passes over the closed offices', () => {
    expect(rollBackInternal('2027-01-01', nrw)).toBe('2026-12-23');
    expect(rollBackInternal('2027-02-08', nrw)).toBe('2027-02-05');
  });
});

describe('bad input', () => {
  it.each([
    ['no day', () => eventEnd('2027-02-29', { weeks: 1 }), /'2027-02-29' is no calendar day/],
    ['no start', () => inclusiveEnd('gestern', { years: 1 }), /'gestern' is no calendar day/],
    ['no period', () => eventEnd('2027-01-01', {}), /expected exactly one of weeks, months/],
    [
      'two periods',
      () => inclusiveEnd('2027-01-01', { months: 1, years: 1 }),
      /exactly one of months, years/,
    ],
    ['half a month', () => inclusiveEnd('2027-01-01', { months: 1.5 }), /1.5 is no number of months/],
    ['nothing to wait for', () => eventEnd('2027-01-01', { weeks: 0 }), /0 is no number of weeks/],
    ['months ahead', () => monthsBefore('2027-01-01', -1), /-1 is no number of months/],
    ['a year without calendar', () => rollForward('2041-01-01', nrw), /knows the years 2020 to 2040/],
    ['a way back out of the calendar', () => rollBackInternal('2020-01-01', nrw), /2019-12-31 is outside/],
  ])('is refused with a clear sentence: %s', (_case, act, sentence) => {
    expect(act).toThrow(RangeError);
    expect(act).toThrow(sentence);
  });
});
