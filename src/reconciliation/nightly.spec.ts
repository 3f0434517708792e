import { describe, expect, it } from '@jest/globals';
import { nightAt } from './nightly.js';

describe('the night whose check is to be done', () => {
  it.each([
    ['2026-11-27T01:29:59.000Z', '2026-11-26'],
    ['2026-11-27T01:30:00.000Z', '2026-11-27'],
    ['2026-11-27T22:59:59.000Z', '2026-11-27'],
    ['2026-11-27T23:00:00.000Z', '2026-11-27'],
    ['2026-11-28T01:30:00.000Z', '2026-11-28'],
    // summer time begins: 02:30 is left out, and comes at 03:30
    ['2027-03-28T01:29:59.000Z', '2027-03-27'],
    ['2027-03-28T01:30:00.000Z', '2027-03-28'],
    // it ends: 02:30 comes twice, the first counts
    ['2027-10-31T00:29:59.000Z', '2027-10-30'],
    ['2027-10-31T00:30:00.000Z', '2027-10-31'],
    ['2027-10-31T01:30:00.000Z', '2027-10-31'],
  ])('at %s is that of %s', (now, night) => {
    expect(nightAt(now)).toBe(night);
  });
});
