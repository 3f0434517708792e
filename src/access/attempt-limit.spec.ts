import { describe, expect, it } from '@jest/globals';
import { AttemptLimit } from './attempt-limit.js';

describe('attempts at signing in', () => {
  it('are ten in a quarter of an hour, then one waits until the first is forgotten', () => {
    let now = 0;
    const limit = new AttemptLimit(() => now);
    for (let i = 0; i < 10; i++, now += 1000) expect(limit.begin('mara')).toBe(0);
    expect(limit.begin('mara')).toBe(15 * 60 - 10);
    expect(limit.begin('jana')).toBe(0);
    now = 15 * 60 * 1000;
    expect(limit.begin('mara')).toBe(0);
    expect(limit.begin('mara')).toBe(1);
  });

  it('count when they fail, and while they run', () => {
    const limit = new AttemptLimit(() => 0);
    for (let i = 0; i < 100; i++) {
      expect(limit.begin('mara')).toBe(0);
      limit.takeBack('mara');
    }
    for (let i = 0; i < 10; i++) limit.begin('mara');
    expect(limit.begin('mara')).toBeGreaterThan(0);
  });
});
