import { totalmem } from 'node:os';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { rememberedJourneys } from './remembered.js';

afterEach(() => void jest.restoreAllMocks());

describe('a worker', () => {
  it.each([
    ['a small machine', 512, { workers: 1, each: 500 }],
    ['four gigabytes', 4096, { workers: 2, each: 1024 }],
    ['sixteen gigabytes', 16_384, { workers: 5, each: 1638 }],
    ['a large machine: more than a crowd nobody needs', 262_144, { workers: 6, each: 2000 }],
  ])('remembers by the memory of %s', (_, memoryMb, remembering) => {
    expect(rememberedJourneys(memoryMb)).toMatchObject(remembering);
  });

  it('goes by what a container may have', () => {
    jest.spyOn(process, 'constrainedMemory').mockReturnValue(2 ** 30);
    expect(rememberedJourneys()).toMatchObject({ workers: 1, each: 512 });
  });

  it.each([
    ['nobody limits it', 0],
    ['the limit is none', 2 ** 63],
  ])('goes by the machine’s memory where %s', (_, allowed) => {
    jest.spyOn(process, 'constrainedMemory').mockReturnValue(allowed);
    expect(rememberedJourneys()).toEqual(rememberedJourneys(totalmem() / 2 ** 20));
  });
});
