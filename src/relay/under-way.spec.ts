import { describe, expect, it } from '@jest/globals';
import { UnderWay } from './under-way.js';

/** Work that ends when it is told to. */
function works(underWay: UnderWay<number>, count: number): ((outcome: number) => void)[] {
  return Array.from({ length: count }, () => {
    let end: (outcome: number) => void = () => undefined;
    underWay.add(new Promise((resolve) => (end = resolve)));
    return end;
  });
}

const long = 60_000;

describe('what is under way', () => {
  it('is waited for until enough has ended, and what came of it is given once', async () => {
    const underWay = new UnderWay<number>();
    const ends = works(underWay, 3);
    const waits = underWay.until(2, long);
    ends[2]?.(3);
    ends[0]?.(1);
    await waits;
    expect([underWay.size, underWay.collect(), underWay.collect()]).toEqual([1, [3, 1], []]);
  });

  it('is waited for until all has ended where that is not enough', async () => {
    const underWay = new UnderWay<number>();
    const ends = works(underWay, 2);
    const waits = underWay.until(8, long);
    for (const [index, end] of ends.entries()) end(index);
    await waits;
    expect([underWay.size, underWay.collect()]).toEqual([0, [0, 1]]);
  });

  it('is not waited for longer than one may, nor where there is nothing', async () => {
    const underWay = new UnderWay<number>();
    await underWay.until(1, long);
    works(underWay, 1);
    await underWay.until(1, 10);
    expect([underWay.size, underWay.collect()]).toEqual([1, []]);
  });

  it('keeps what nothing could be done for', async () => {
    const underWay = new UnderWay<number>();
    underWay.keep([7]);
    expect(underWay.collect()).toEqual([7]);
  });
});
