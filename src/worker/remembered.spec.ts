import { describe, expect, it } from '@jest/globals';
import { rememberedJourneys } from './remembered.js';

describe('a worker', () => {
  it.each([
    ['a small machine', 512, 500],
    ['four gigabytes', 4096, 2048],
    ['sixteen gigabytes', 16_384, 8192],
    ['a large machine: as many as fit into a heap', 262_144, 12_000],
  ])('remembers by the memory of %s', (_, memoryMb, journeys) => {
    expect(rememberedJourneys(memoryMb)).toBe(journeys);
  });

  it('remembers a whole programme on the machine at hand', () => {
    expect(rememberedJourneys()).toBeGreaterThanOrEqual(500);
  });
});
