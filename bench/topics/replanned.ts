import { startBareSide } from '../limits/temporal/bare-side.js';
import { dueIn, newIds, timed } from '../limits/temporal/operations.js';
import { measured, roundsOf, type Measurement, type Size } from '../measurement.js';
import { commandsDuring, replanAll, toldPerSecond, type Meanwhile } from '../support/bulk.js';
import { cpuBetween, cpuSeconds, type CpuSeconds } from '../support/cpu.js';
import { openJourneys, type OpenJourneys } from '../support/open-journeys.js';
import { percentile } from '../support/steady-rate.js';
import type { Topic } from '../topic.js';

/** How many journeys are planned anew; the embedded Temporal carries no more than ten thousand workflows well. */
const journeys: Readonly<Record<Size, number>> = { smoke: 40, short: 500, full: 10_000 };

/** What one round of all journeys takes. */
interface Round {
  perSecond: number;
  /** Milliseconds for each, process by process. */
  cpu: CpuSeconds;
}

/** Many journeys planned anew: how fast their timers follow, and how long a coach's news wait meanwhile. */
export const replanned: Topic = {
  name: 'replanned',
  title: 'journeys planned anew until their timers are set, beside bare signals that set a timer',
  async measure(size, tell) {
    const open = await openJourneys(journeys[size]);
    try {
      tell(`${open.ids.length} journeys are open`);
      const { lotse, bare } = await sideBySide(open, roundsOf(size));
      tell('now with commands meanwhile');
      await replanAll(open.db, roundsOf(size) + 1);
      return {
        measurements: [...rates(lotse, bare), ...commands(await commandsDuring(open, toldPerSecond(open)))],
      };
    } finally {
      await open.close();
    }
  },
};

/** The same Temporal, now for Lotse's workflows, now for as many that do nothing else. */
async function sideBySide(open: OpenJourneys, rounds: number): Promise<{ lotse: Round[]; bare: Round[] }> {
  const { run } = open.lotse;
  const side = await startBareSide({ address: run.temporalAddress, namespace: run.temporalNamespace });
  const ids = newIds(open.ids.length);
  const found: { lotse: Round[]; bare: Round[] } = { lotse: [], bare: [] };
  try {
    await timed(side, ids, (id) => side.startWithTimer(id, dueIn(0)));
    for (let round = 1; round <= rounds; round += 1) {
      const told = async (): Promise<number> => {
        await replanAll(open.db, round);
        return toldPerSecond(open);
      };
      const signalled = (): Promise<number> =>
        timed(side, ids, (id) => side.signalWithTimer(id, dueIn(round)));
      found.lotse.push(await roundOf(open, told));
      found.bare.push(await roundOf(open, signalled));
    }
    return found;
  } finally {
    await side.stop();
  }
}

async function roundOf({ lotse, ids }: OpenJourneys, work: () => Promise<number>): Promise<Round> {
  const before = cpuSeconds(lotse.run.pid);
  const perSecond = await work();
  const used = cpuBetween(before, cpuSeconds(lotse.run.pid));
  const each = Object.entries(used).map(([part, seconds]) => [part, (seconds * 1000) / ids.length]);
  return { perSecond, cpu: Object.fromEntries(each) as CpuSeconds };
}

const rates = (lotse: readonly Round[], bare: readonly Round[]): Measurement[] => [
  measured(
    'replanned_per_second',
    '/s',
    lotse.map(({ perSecond }) => perSecond),
  ),
  measured(
    'replanned_bare_signals_per_second',
    '/s',
    bare.map(({ perSecond }) => perSecond),
  ),
  measured(
    'replanned_vs_bare_signals',
    '×',
    lotse.map(({ perSecond }, round) => perSecond / (bare[round]?.perSecond ?? Number.NaN)),
    { atLeast: 0.8 },
  ),
  ...(['worker', 'Temporal', 'PostgreSQL'] as const).map((part) => cpuOf('replanned', lotse, part)),
  ...(['generator', 'Temporal'] as const).map((part) => cpuOf('replanned_bare', bare, part)),
];

const cpuOf = (name: string, rounds: readonly Round[], part: keyof CpuSeconds): Measurement =>
  measured(
    `${name}_cpu_${part.toLowerCase()}_ms`,
    'ms',
    rounds.map(({ cpu }) => cpu[part]),
  );

const commands = ({ answered, told, refused }: Meanwhile): Measurement[] => [
  measured('bulk_command_refused', 'calls', refused, { atMost: 0 }),
  measured('bulk_command_answered_p99_ms', 'ms', percentile(answered, 0.99)),
  measured('bulk_command_p99_ms', 'ms', percentile(told, 0.99), { atMost: 2000 }),
];
