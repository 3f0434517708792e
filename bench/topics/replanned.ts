import { startBareSide } from '../limits/temporal/bare-side.js';
import { dueIn, newIds, timed } from '../limits/temporal/operations.js';
import { longRoundsOf, measured, type Measurement, type Size } from '../measurement.js';
import { commandsDuring, replanAll, toldPerSecond, type Meanwhile } from '../support/bulk.js';
import { openJourneys, type OpenJourneys } from '../support/open-journeys.js';
import { percentile } from '../support/steady-rate.js';
import { cpuMeasurements, ratesOf, ratiosOf, toldRound, type SideBySide } from '../support/told-rounds.js';
import type { Topic } from '../topic.js';

/** How many journeys are planned anew; the embedded Temporal carries no more than ten thousand workflows well. */
const journeys: Readonly<Record<Size, number>> = { smoke: 40, short: 500, full: 10_000 };

/** Many journeys planned anew: how fast their timers follow, and how long a coach's news wait meanwhile. */
export const replanned: Topic = {
  name: 'replanned',
  title: 'journeys planned anew until their timers are set, beside bare signals that set a timer',
  async measure(size, tell) {
    const open = await openJourneys(journeys[size]);
    try {
      tell(`${open.ids.length} journeys are open`);
      const rounds = await sideBySide(open, longRoundsOf(size));
      tell('now with commands meanwhile');
      await replanAll(open.db, longRoundsOf(size) + 1);
      return {
        measurements: [...rates(rounds), ...commands(await commandsDuring(open, toldPerSecond(open)))],
      };
    } finally {
      await open.close();
    }
  },
};

/** The same Temporal, now for Lotse's workflows, now for as many that do nothing else. */
async function sideBySide(open: OpenJourneys, rounds: number): Promise<SideBySide> {
  const { run } = open.lotse;
  const side = await startBareSide({ address: run.temporalAddress, namespace: run.temporalNamespace });
  const ids = newIds(open.ids.length);
  const found: SideBySide = { lotse: [], bare: [] };
  try {
    await timed(side, ids, (id) => side.startWithTimer(id, dueIn(0)));
    for (let round = 1; round <= rounds; round += 1) {
      const told = async (): Promise<number> => {
        await replanAll(open.db, round);
        return toldPerSecond(open);
      };
      const signalled = (): Promise<number> =>
        timed(side, ids, (id) => side.signalWithTimer(id, dueIn(round)));
      found.lotse.push(await toldRound(open, told));
      found.bare.push(await toldRound(open, signalled));
    }
    return found;
  } finally {
    await side.stop();
  }
}

const rates = (rounds: SideBySide): Measurement[] => [
  measured('replanned_per_second', '/s', ratesOf(rounds.lotse)),
  measured('replanned_bare_signals_per_second', '/s', ratesOf(rounds.bare)),
  measured('replanned_vs_bare_signals', '×', ratiosOf(rounds), { atLeast: 0.8 }),
  ...cpuMeasurements('replanned', rounds),
];

const commands = ({ answered, told, refused }: Meanwhile): Measurement[] => [
  measured('bulk_command_refused', 'calls', refused, { atMost: 0 }),
  measured('bulk_command_answered_p99_ms', 'ms', percentile(answered, 0.99)),
  measured('bulk_command_p99_ms', 'ms', percentile(told, 0.99), { atMost: 2000 }),
];
