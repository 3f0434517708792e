import { statementRounds, type PlayedRound } from '../limits/play-rounds.js';
import { findPgbench } from '../limits/pgbench.js';
import { measured, roundsOf, type Measurement, type Size } from '../measurement.js';
import { syncsPerSecond } from '../support/machine.js';
import type { Topic } from '../topic.js';

/** Journeys are dealt to 16 clients; of each, so many milestones. */
const loads: Readonly<Record<Size, { journeys: number; milestones: number; seconds: number }>> = {
  smoke: { journeys: 16, milestones: 2, seconds: 1 },
  short: { journeys: 320, milestones: 4, seconds: 3 },
  full: { journeys: 640, milestones: 5, seconds: 10 },
};

/** What PostgreSQL alone makes of a milestone: Lotse's statements with what Lotse sent, and nothing before them. */
export const statementLimit: Topic = {
  name: 'statement-limit',
  title: "Lotse's own statements, played by pgbench",
  async measure(size, tell) {
    const pgbench = findPgbench();
    const rounds = await statementRounds({ ...loads[size], rounds: roundsOf(size), pgbench }, tell);
    return {
      measurements: [
        measured('fsyncs_per_second', '/s', syncsPerSecond()),
        ...measurementsOf(rounds, pgbench ? 'pgbench' : 'clients'),
      ],
      notMeasured: pgbench
        ? []
        : [
            'pgbench_…: pgbench is not installed (LOTSE_BENCH_PGBENCH or the PATH); clients_… are plain clients of pg.',
          ],
    };
  },
};

/** @param by who has played */
export function measurementsOf(rounds: readonly PlayedRound[], by: 'pgbench' | 'clients'): Measurement[] {
  const commits = rounds.flatMap(({ commits: rate }) => rate ?? []);
  const figures = (part: 'statement' | 'milestone'): Measurement[] => [
    measured(
      `${by}_${part}_per_second`,
      '/s',
      rounds.map(({ [part]: { perSecond } }) => perSecond),
    ),
    measured(
      `${by}_${part}_cpu_ms`,
      'ms',
      rounds.map(({ [part]: { cpuMs } }) => cpuMs),
    ),
  ];
  return [
    ...figures('statement'),
    ...figures('milestone'),
    ...(commits.length > 0 ? [measured('pgbench_commits_per_second', '/s', commits)] : []),
  ];
}
