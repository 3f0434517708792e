import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { setLanguage } from '../texts/language.js';
import {
  addDays,
  berlinDay,
  dayAndMonth,
  dayAsHeading,
  dayInFull,
  dayInTable,
  dayInWords,
  daysFrom,
  distance,
  instantInFull,
  plannedInFull,
  plannedInTable,
  timeOf,
} from './days.js';

const today = '2026-11-23';
const far = (days: number): string => distance(addDays(today, days), today);

beforeEach(() => setLanguage('de'));
afterAll(() => setLanguage(undefined));

describe('Days', () => {
  it('are counted over months, years and the change of the clock', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2026-10-24', 2)).toBe('2026-10-26');
    expect(daysFrom('2026-03-01', '2026-04-01')).toBe(31);
    expect(daysFrom(today, '2026-11-20')).toBe(-3);
  });

  it('are written with their weekday', () => {
    expect(dayInFull('2026-12-05')).toBe('Sa, 05.12.2026');
    expect(dayInTable('2026-12-05')).toBe('Sa, 05.12.26');
    expect(dayAndMonth('2026-12-05')).toBe('Sa, 05.12.');
    expect(dayInWords('2026-12-05')).toBe('Samstag, 5. Dezember 2026');
    expect(dayAsHeading('2026-11-12', today)).toBe('Donnerstag, 12. November');
    expect(dayAsHeading('2025-11-12', today)).toBe('Mittwoch, 12. November 2025');
  });

  it('are written in English in the same figures', () => {
    setLanguage('en');
    expect(dayInFull('2026-12-05')).toBe('Sat, 05.12.2026');
    expect(dayInTable('2026-12-05')).toBe('Sat, 05.12.26');
    expect(dayAndMonth('2026-12-05')).toBe('Sat, 05.12.');
  });
});

describe('How far a day is away', () => {
  it.each([
    [0, 'heute'],
    [1, 'morgen'],
    [2, 'übermorgen'],
    [-1, 'gestern'],
    [-3, 'vor 3 Tagen'],
    [90, 'in 90 Tagen'],
    [91, 'in 13 Wochen'],
    [-364, 'vor 52 Wochen'],
    [365, 'in 12 Monaten'],
    [-730, 'vor 24 Monaten'],
    [-8295, 'vor 22 Jahren'],
  ])('%i days', (days, words) => {
    expect(far(days)).toBe(words);
  });
});

describe('Instants', () => {
  it('are told as Berlin’s clock shows them', () => {
    expect(berlinDay('2026-11-22T23:30:00Z')).toBe('2026-11-23');
    expect(berlinDay('2026-07-01T21:59:00Z')).toBe('2026-07-01');
    expect(timeOf('2026-11-12T14:10:00Z')).toBe('15:10 Uhr');
    expect(instantInFull('2026-11-12T14:10:00Z')).toBe('Do, 12.11.2026, 15:10 Uhr');
  });

  it('is told by its day alone where it is planned for the day, in summer as in winter', () => {
    expect(plannedInFull('2026-11-12T23:00:00Z')).toBe('Fr, 13.11.2026');
    expect(plannedInFull('2026-07-12T22:00:00Z')).toBe('Mo, 13.07.2026');
    expect(plannedInTable('2026-11-12T23:00:00Z')).toBe('Fr, 13.11.26');
    expect(plannedInTable('2026-11-12T08:12:00Z')).toBe('Do, 12.11.26, 09:12 Uhr');
    expect(plannedInFull('2026-11-12T08:12:00Z')).toBe(instantInFull('2026-11-12T08:12:00Z'));
  });
});
