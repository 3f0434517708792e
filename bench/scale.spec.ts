import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Found } from './topic.js';
import { scale } from './topics/scale.js';

// How fast it is says `npm run bench`, on a machine that does nothing else; here is what holds on any machine.
let found: Found;
beforeAll(async () => {
  found = await scale.measure('smoke', () => undefined);
}, 400_000);

const value = (name: string): number =>
  found.measurements.find((measurement) => measurement.name === name)?.value ?? Number.NaN;

describe('a large installation, in small', () => {
  it('answers every read, start and milestone', () => {
    expect(value('reads_refused')).toBe(0);
    expect(value('milestones_at_scale_failed')).toBe(0);
  });

  it('answers while its read models are rebuilt, and all of them are', () => {
    expect(value('rebuild_failed_calls')).toBe(0);
    expect(value('rebuild_failed_journeys')).toBe(0);
    expect(value('rebuild_rows_written')).toBeGreaterThan(value('scale_journeys'));
  });

  it('gives a figure for everything', () => {
    const missing = found.measurements.filter((each) => !Number.isFinite(each.value)).map(({ name }) => name);
    expect(missing).toEqual([]);
    expect(value('milestones_at_scale_ratio')).toBeGreaterThan(0);
  });
});
