import { describe, expect, it } from '@jest/globals';
import { collecting } from './at-ease.js';

describe('the embedded Temporal', () => {
  it.each([
    ['a small machine', 2048, '512MiB'],
    ['a large one', 24_576, '6144MiB'],
  ])('collects seldom, and on %s before a quarter of the memory is taken', (_, memoryMb, limit) => {
    expect(collecting(memoryMb)).toEqual({ GOGC: '400', GOMEMLIMIT: limit });
  });
});
