import { measured, roundsOf, type Measurement, type Size } from '../measurement.js';
import { race, type Course, type Raced } from '../peers/race.js';
import type { Turn } from '../peers/runner.js';
import type { Topic } from '../topic.js';

const courses: Readonly<Record<Size, Omit<Course, 'rounds'>>> = {
  smoke: { journeys: 16, seconds: 1, warmUp: { milestones: 0, seconds: 0 } },
  short: { journeys: 100, seconds: 4, warmUp: { milestones: 400, seconds: 15 } },
  full: { journeys: 100, seconds: 10, warmUp: { milestones: 2000, seconds: 60 } },
};

/** One milestone over HTTP, with Lotse and with what one would use instead. */
export const milestones: Topic = {
  name: 'milestones',
  title: 'milestones of 16 callers: Lotse, DBOS, Temporal by the book, TypeORM',
  async measure(size, tell) {
    const raced = await race({ ...courses[size], rounds: roundsOf(size) }, tell);
    return {
      measurements: measurementsOf(raced),
      notMeasured: [
        'milestones_replanned_per_second_typeorm, milestones_drain_s_typeorm: TypeORM alone has no durable timers; a cron looks every ten seconds for rows that are due.',
      ],
    };
  },
};

/** The figures of a race. */
export function measurementsOf(raced: readonly Raced[]): Measurement[] {
  const turns = raced.flatMap((each) => each.turns);
  const ratesOf = (name: string): number[] =>
    raced.find((each) => each.name === name)?.turns.map(perSecond) ?? [];
  const textbook = [ratesOf('textbook_temporal'), ratesOf('textbook_temporal_local')];
  const faster = textbook.toSorted((a, b) => total(b) - total(a))[0] ?? [];
  const against = (others: readonly number[]): number[] =>
    ratesOf('').map((rate, round) => rate / (others[round] ?? 0));
  const none = { atMost: 0 };
  return [
    measured('milestones_refused', 'calls', total(turns.map(({ refused }) => refused.length)), none),
    measured('milestones_not_shown', 'reads', total(turns.map(({ notShown }) => notShown)), none),
    measured('milestones_miscounted', 'milestones', total(raced.map(({ miscounted }) => miscounted)), none),
    ...raced.flatMap(figuresOf),
    measured('milestones_vs_dbos', '×', against(ratesOf('dbos')), { atLeast: 3 }),
    measured('milestones_vs_textbook_temporal', '×', against(faster), { atLeast: 10 }),
    measured('milestones_vs_typeorm', '×', against(ratesOf('typeorm'))),
  ];
}

function figuresOf({ name, turns }: Raced): Measurement[] {
  const suffix = name && `_${name}`;
  const cpu = turns.map(({ cpuMs }) => total(Object.values(cpuMs)));
  return [
    measured(`milestones_per_second${suffix}`, '/s', turns.map(perSecond)),
    ...timersOf(suffix, turns),
    measured(`milestone_cpu_ms_${name || 'lotse'}`, 'ms', cpu),
  ];
}

function timersOf(suffix: string, turns: readonly Turn[]): Measurement[] {
  const drains = turns.flatMap(({ drainSeconds }) => drainSeconds ?? []);
  if (drains.length === 0) return [];
  const followed = turns.map(
    ({ accepted, seconds, drainSeconds = 0 }) => accepted / (seconds + drainSeconds),
  );
  return [
    measured(`milestones_replanned_per_second${suffix}`, '/s', followed),
    measured(`milestones_drain_s${suffix}`, 's', drains),
  ];
}

const perSecond = ({ accepted, seconds }: Turn): number => accepted / seconds;

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
