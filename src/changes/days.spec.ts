import { afterEach, describe, expect, it } from '@jest/globals';
import { eventually } from '../../test/support/eventually.js';
import type { Clock } from '../clock/clock.js';
import { Days } from './days.js';

let now: string;
let asked = 0;
let isAway = false;
const clock: Pick<Clock, 'now'> = {
  now: () => {
    asked += 1;
    return isAway ? Promise.reject(new Error('away')) : Promise.resolve(now);
  },
};
const begun: string[] = [];
const failures: unknown[] = [];
const watched = (askMs = 5): Days =>
  new Days({
    clock: clock as Clock,
    askMs,
    begins: (day) => begun.push(day),
    tell: (error) => failures.push(error),
  });
let days: Days;
afterEach(async () => {
  await days.stop();
  begun.splice(0);
  failures.splice(0);
});

describe('the day', () => {
  it('begins at midnight in Berlin, however the clock goes', async () => {
    now = '2026-11-23T22:59:00.000Z';
    days = watched();
    await Promise.all([days.watch(), days.watch()]);
    expect([days.today, begun]).toEqual(['2026-11-23', []]);
    now = '2026-11-23T23:00:00.000Z';
    await eventually(() => expect(begun).toEqual(['2026-11-24']));
    now = '2026-12-01T12:00:00.000Z';
    await eventually(() => expect(begun).toEqual(['2026-11-24', '2026-12-01']));
  });

  it('is waited for, not asked for again and again', async () => {
    const start = Date.parse('2026-07-14T21:59:59.900Z');
    const real = performance.now();
    days = new Days({
      clock: { now: async () => new Date(start + performance.now() - real).toISOString() } as Clock,
      askMs: 60_000,
      begins: (day) => begun.push(day),
      tell: () => undefined,
    });
    await days.watch();
    expect(days.today).toBe('2026-07-14');
    await eventually(() => expect(begun).toEqual(['2026-07-15']));
    expect(performance.now() - real).toBeLessThan(2000);
  });

  it('is not missed while the clock was away, and nobody asks when nobody listens', async () => {
    now = '2026-11-23T22:59:00.000Z';
    days = watched();
    await days.watch();
    isAway = true;
    await eventually(() => expect(failures).toHaveLength(1));
    now = '2026-11-23T23:00:01.000Z';
    isAway = false;
    await eventually(() => expect(begun).toEqual(['2026-11-24']));
    await days.stop();
    expect(days.today).toBeUndefined();
    const before = asked;
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(asked).toBe(before);
  });
});
