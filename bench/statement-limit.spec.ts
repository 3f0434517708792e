import { describe, expect, it } from '@jest/globals';
import { findPgbench, rateIn } from './limits/pgbench.js';
import { statementRounds } from './limits/play-rounds.js';
import { dealtTo } from './limits/script.js';
import { measured } from './measurement.js';
import { ratiosOf } from './ratios.js';
import { measurementsOf } from './topics/statement-limit.js';

// pgbench where it is installed; the clients that stand in for it everywhere.
const pgbench = findPgbench();
const players = [
  { by: 'clients' as const, program: undefined },
  ...(pgbench === undefined ? [] : [{ by: 'pgbench' as const, program: pgbench }]),
];

describe('a milestone’s statements', () => {
  it.each(players)(
    'are played by $by, each once and at its version',
    async ({ by, program }) => {
      const course = { journeys: 17, milestones: 4, rounds: 1, seconds: 1, pgbench: program };
      // rejects unless every event that was sent is stored
      const rounds = await statementRounds(course, () => undefined);
      const figures = new Map(measurementsOf(rounds, by).map(({ name, value }) => [name, value]));
      expect(figures.get(`${by}_statement_per_second`)).toBeGreaterThan(0);
      expect(figures.get(`${by}_milestone_per_second`)).toBeGreaterThan(0);
      expect(figures.has('pgbench_commits_per_second')).toBe(by === 'pgbench');
    },
    120_000,
  );

  it('are dealt to all clients, and go round through the journeys of each', () => {
    const journeys = ['a', 'b', 'c'].map((name) => [sent(`${name}1`), sent(`${name}2`)]);
    const dealt = dealtTo(2, journeys).map((hand) => hand.map(({ load }) => load.name));
    expect(dealt).toEqual([
      ['a1', 'c1', 'a2', 'c2'],
      ['b1', 'b2'],
    ]);
  });
});

const sent = (name: string) => {
  const statement = { name, text: '', values: [] };
  return { load: statement, commit: statement };
};

describe('pgbench', () => {
  it('is not there where the variable names none', () => {
    expect(findPgbench({ ...process.env, LOTSE_BENCH_PGBENCH: '/nowhere/pgbench' })).toBeUndefined();
  });

  it.each([
    ['tps = 534.25 (without initial connection time)', 534.25],
    ['tps = 9 (including connections establishing)\ntps = 10.5 (excluding connections establishing)', 10.5],
  ])('tells its rate: %s', (told, rate) => {
    expect(rateIn(told)).toBe(rate);
  });

  it('is not believed when it tells none', () => {
    expect(() => rateIn('client 0 aborted')).toThrow('no rate');
  });
});

describe('a ratio of two topics', () => {
  const known = [{ name: 'ours_vs_limit', of: 'ours', to: 'limit', target: { atLeast: 0.5 } }];

  it('is there when both were measured, as far as both may be off', () => {
    const [ratio] = ratiosOf(
      [measured('ours', '/s', [40, 60, 50]), measured('limit', '/s', [100, 80, 120])],
      known,
    );
    expect(ratio).toMatchObject({ value: 0.5, min: 0.333, max: 0.75, target: '≥ 0.5', met: true });
  });

  it('is not there when one is missing', () => {
    expect(ratiosOf([measured('ours', '/s', 50)], known)).toEqual([]);
  });
});
