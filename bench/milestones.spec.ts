import { beforeAll, describe, expect, it } from '@jest/globals';
import { race, type Raced } from './peers/race.js';
import { measurementsOf } from './topics/milestones.js';

// How fast each is says `npm run bench`, on a machine that does nothing else; here is what holds on any machine.
let raced: Raced[];
beforeAll(async () => {
  raced = await race(
    { journeys: 16, rounds: 1, seconds: 1, warmUp: { milestones: 0, seconds: 0 } },
    () => undefined,
  );
}, 240_000);

describe('one milestone with each candidate', () => {
  it('is taken by all', () => {
    const names = ['', 'dbos', 'textbook_temporal', 'textbook_temporal_local', 'typeorm'];
    expect(raced.map(({ name }) => name)).toEqual(names);
    for (const { turns } of raced) expect(turns[0]?.accepted).toBeGreaterThanOrEqual(16);
  });

  it('is refused by none', () => {
    expect(raced.flatMap(({ turns }) => turns.flatMap(({ refused }) => refused))).toEqual([]);
  });

  it('is shown by the very next read', () => {
    for (const { turns } of raced) {
      expect(turns[0]?.read).toBeGreaterThanOrEqual(16);
      expect(turns[0]?.notShown).toBe(0);
    }
  });

  it('is in its journey once', () => {
    expect(raced.map(({ miscounted }) => miscounted)).toEqual([0, 0, 0, 0, 0]);
  });

  it('is measured', () => {
    const figures = measurementsOf(raced);
    expect(figures.filter(({ value }) => !Number.isFinite(value))).toEqual([]);
    expect(figures.map(({ name }) => name)).toContain('milestones_vs_textbook_temporal');
  });
});
