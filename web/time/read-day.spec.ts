import { describe, expect, it } from '@jest/globals';
import { readDay } from './read-day.js';

/** A Monday. */
const today = '2026-11-23';
const read = (typed: string): string | undefined => readDay(typed, today);

describe('A day as people type it', () => {
  it.each([
    ['05.12.2026', '2026-12-05'],
    [' 5.12.26 ', '2026-12-05'],
    ['5/12/2026', '2026-12-05'],
    ['051226', '2026-12-05'],
    ['05122026', '2026-12-05'],
    ['2026-12-05', '2026-12-05'],
    ['29.02.2028', '2028-02-29'],
  ])('is read with its year: %s', (typed, day) => {
    expect(read(typed)).toBe(day);
  });

  it.each([
    ['5.12.', '2026-12-05'],
    ['5.12', '2026-12-05'],
    ['0512', '2026-12-05'],
    ['5.1.', '2027-01-05'],
    ['20.11.', '2026-11-20'],
    ['1.6.', '2026-06-01'],
    ['29.2.', undefined],
  ])('without a year is the nearest one: %s', (typed, day) => {
    expect(read(typed)).toBe(day);
  });

  it.each([
    ['heute', today],
    ['today', today],
    ['+12', '2026-12-05'],
    ['-1', '2026-11-22'],
    ['+0', today],
  ])('is counted from today: %s', (typed, day) => {
    expect(read(typed)).toBe(day);
  });

  it.each([
    ['mo', '2026-11-30'],
    ['Di', '2026-11-24'],
    ['sonntag', '2026-11-29'],
  ])('is the next of its weekday, never today: %s', (typed, day) => {
    expect(read(typed)).toBe(day);
  });

  it.each(['', 'bald', '31.02.2027', '32.1.', '5.13.', '2026-02-30', '5', '12345', '+99999'])(
    'is none: %s',
    (typed) => {
      expect(read(typed)).toBeUndefined();
    },
  );
});
