import { totalmem } from 'node:os';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { rememberedJourneys } from './remembered.js';

afterEach(() => void jest.restoreAllMocks());

describe('a worker', () => {
  it.each([
    ['a small machine', 512, 500],
    ['four gigabytes', 4096, 2048],
    ['sixteen gigabytes', 16_384, 8192],
    ['a large machine: as many as fit into a heap', 262_144, 12_000],
  ])('remembers by the memory of %s', (_, memoryMb, journeys) => {
    expect(rememberedJourneys(memoryMb)).toBe(journeys);
  });

  it('goes by what a container may have', () => {
    jest.spyOn(process, 'constrainedMemory').mockReturnValue(2 ** 30);
    expect(rememberedJourneys()).toBe(512);
  });

  it.each([
    ['nobody limits it', 0],
    ['the limit is none', 2 ** 63],
  ])('goes by the machine’s memory where %s', (_, allowed) => {
    jest.spyOn(process, 'constrainedMemory').mockReturnValue(allowed);
    expect(rememberedJourneys()).toBe(rememberedJourneys(totalmem() / 2 ** 20));
  });
});
