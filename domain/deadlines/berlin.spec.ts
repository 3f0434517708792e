import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { atBerlin, berlinDay, berlinTime, endOfDay } from './berlin.js';
import { addDays } from './day-arithmetic.js';

const byTheMachine = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Berlin',
  dateStyle: 'short',
  timeStyle: 'short',
});

function shown(instant: string): string {
  const { day, hour, minute } = berlinTime(instant);
  return `${day} ${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

describe('the clocks of Europe/Berlin', () => {
  it('show from 2020 to 2040 what the time zone data say, every quarter of an hour around each change', () => {
    const wrong: string[] = [];
    for (let year = 2020; year <= 2040; year += 1) {
      for (const from of [`${year}-03-24T00:00:00.000Z`, `${year}-10-24T00:00:00.000Z`]) {
        for (let quarter = 0; quarter < 9 * 96; quarter += 1) {
          const instant = new Date(Date.parse(from) + quarter * 900_000);
          if (shown(instant.toISOString()) !== byTheMachine.format(instant))
            wrong.push(instant.toISOString());
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it('show what the time zone data say at any other instant', () => {
    const instants = fc.date({
      min: new Date('2020-01-01'),
      max: new Date('2040-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, (instant) =>
        expect(shown(instant.toISOString())).toBe(byTheMachine.format(instant)),
      ),
      { numRuns: 1000 },
    );
  });

  it('show tomorrow already in the last hours of the day in UTC', () => {
    expect(berlinDay('2027-01-15T22:59:59.999Z')).toBe('2027-01-15');
    expect(berlinDay('2027-01-15T23:00:00.000Z')).toBe('2027-01-16');
    expect(berlinDay('2027-07-15T22:00:00.000Z')).toBe('2027-07-16');
  });
});

describe('a time in Europe/Berlin', () => {
  it('is the instant at which the clocks show it, or the one an hour later that they show instead', () => {
    const days = fc.integer({ min: 0, max: 7600 }).map((days) => addDays('2020-01-01', days));
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 1439 }), (day, minutes) => {
        const { day: shownDay, hour, minute } = berlinTime(atBerlin(day, minutes));
        const later = hour * 60 + minute - minutes;
        expect(shownDay).toBe(day);
        expect(later === 0 || (later === 60 && day.slice(5, 7) === '03' && hour === 3)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('moves forward when the change to summer time leaves it out', () => {
    expect(atBerlin('2027-03-28', '01:59')).toBe('2027-03-28T00:59:00.000Z');
    expect(atBerlin('2027-03-28', '02:30')).toBe('2027-03-28T01:30:00.000Z');
    expect(atBerlin('2027-03-28', '03:00')).toBe('2027-03-28T01:00:00.000Z');
  });

  it('is the first of two when the change back shows it twice', () => {
    expect(atBerlin('2027-10-31', '02:30')).toBe('2027-10-31T00:30:00.000Z');
    expect(atBerlin('2027-10-31', '03:00')).toBe('2027-10-31T02:00:00.000Z');
  });

  it('may be given in minutes', () => {
    expect(atBerlin('2026-11-23', 450)).toBe('2026-11-23T06:30:00.000Z');
    expect(atBerlin('2026-11-23', '07:30')).toBe('2026-11-23T06:30:00.000Z');
  });

  it('ends the day at the next midnight, 23 or 25 hours long when the clocks change', () => {
    expect(endOfDay('2027-01-15')).toBe('2027-01-15T23:00:00.000Z');
    expect(endOfDay('2027-07-15')).toBe('2027-07-15T22:00:00.000Z');
    const hours = (day: string) =>
      (Date.parse(endOfDay(day)) - Date.parse(atBerlin(day, '00:00'))) / 3_600_000;
    expect(['2027-03-28', '2027-10-31', '2027-11-01'].map(hours)).toEqual([23, 25, 24]);
  });

  it('is refused with a clear sentence when it is none', () => {
    expect(() => berlinDay('2026-11-23T07:30:00+01:00')).toThrow(RangeError);
    expect(() => berlinDay('2026-02-30T07:30:00.000Z')).toThrow(/is no instant in UTC/);
    expect(() => atBerlin('2026-02-30', '07:30')).toThrow(/is no calendar day/);
    expect(() => atBerlin('2026-11-23', '24:00')).toThrow(/'24:00' is no time of the day/);
    expect(() => atBerlin('2026-11-23', 1440)).toThrow(RangeError);
  });
});
