import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { staleWhileAsked } from './stale-while-asked.js';

describe('an answer that costs something', () => {
  it('is waited for once, and then told from memory while it is fetched again', async () => {
    let asked = 0;
    const ask = staleWhileAsked(async () => (asked += 1), 0);
    expect(await Promise.all([ask(), ask()])).toEqual([1, 1]);
    expect(asked).toBe(1);
    expect(await ask()).toBe(1);
    await wait(1);
    expect(await ask()).toBe(2);
  });

  it('is not fetched again while it is new', async () => {
    let asked = 0;
    const ask = staleWhileAsked(async () => (asked += 1), 60_000);
    expect([await ask(), await ask(), await ask(), asked]).toEqual([1, 1, 1, 1]);
  });

  it('is not told any more when it can’t be had', async () => {
    let isAway = false;
    const ask = staleWhileAsked(async () => {
      if (isAway) throw new Error('away');
      return 'there';
    }, 0);
    expect(await ask()).toBe('there');
    isAway = true;
    await ask();
    await wait(1);
    expect(await ask()).toBeUndefined();
    isAway = false;
    expect(await ask()).toBe('there');
  });
});
