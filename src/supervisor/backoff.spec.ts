import { describe, expect, it } from '@jest/globals';
import { Backoff } from './backoff.js';

describe('the wait before something that died is started again', () => {
  it('doubles from 0.2 s to 10 s', () => {
    const backoff = new Backoff();
    const waits = Array.from({ length: 8 }, () => backoff.after(0));
    expect(waits).toEqual([200, 400, 800, 1600, 3200, 6400, 10_000, 10_000]);
  });

  it('begins anew after 30 s alive, not before', () => {
    const backoff = new Backoff();
    expect([backoff.after(0), backoff.after(29_999), backoff.after(30_000), backoff.after(0)]).toEqual([
      200, 400, 200, 400,
    ]);
  });
});
