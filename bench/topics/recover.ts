import { startAgain } from '../../src/recovery/start-again.js';
import { startBareSide } from '../limits/temporal/bare-side.js';
import { dueIn, newIds, timed } from '../limits/temporal/operations.js';
import { longRoundsOf, measured, type Measurement, type Size } from '../measurement.js';
import { commandsDuring, toldPerSecond, type Meanwhile } from '../support/bulk.js';
import { loseTemporal } from '../support/lose-temporal.js';
import { openJourneys, type OpenJourneys } from '../support/open-journeys.js';
import { percentile } from '../support/steady-rate.js';
import {
  cpuMeasurements,
  ratesOf,
  ratiosOf,
  toldRound,
  type SideBySide,
  type ToldRound,
} from '../support/told-rounds.js';
import type { Topic } from '../topic.js';

const journeys: Readonly<Record<Size, number>> = { smoke: 20, short: 200, full: 10_000 };

/** Temporal's database was lost: how long until every journey's timer is set again, and are coaches served meanwhile. */
export const recover: Topic = {
  name: 'recover',
  title:
    'every workflow started again after Temporal’s database was lost, beside bare starts that set a timer',
  async measure(size, tell) {
    const open = await openJourneys(journeys[size]);
    try {
      tell(`${open.ids.length} journeys are open`);
      const rounds: SideBySide = { lotse: [], bare: [] };
      for (let round = 1; round <= longRoundsOf(size); round += 1) {
        await loseTemporal(open);
        rounds.lotse.push(await toldRound(open, () => recovered(open)));
        await loseTemporal(open);
        rounds.bare.push(await startedBare(open));
      }
      tell('now with commands meanwhile');
      await loseTemporal(open);
      const meanwhile = await commandsDuring(open, recovered(open));
      return { measurements: measurementsOf(rounds, meanwhile) };
    } finally {
      await open.close();
    }
  },
};

/** As `lotse recover` does it; gives how many a second. */
async function recovered(open: OpenJourneys): Promise<number> {
  await startAgain(open.db);
  return toldPerSecond(open);
}

/** As many on an equally empty server. */
async function startedBare(open: OpenJourneys): Promise<ToldRound> {
  const { temporalAddress: address, temporalNamespace: namespace } = open.lotse.run;
  const side = await startBareSide({ address, namespace });
  try {
    const started = (): Promise<number> =>
      timed(side, newIds(open.ids.length), (id) => side.startWithTimer(id, dueIn(0)));
    return await toldRound(open, started);
  } finally {
    await side.stop();
  }
}

function measurementsOf(rounds: SideBySide, { told, refused }: Meanwhile): Measurement[] {
  const rates = ratesOf(rounds.lotse);
  const minutes = rates.map((perSecond) => 100_000 / perSecond / 60);
  return [
    measured('recover_per_second', '/s', rates),
    measured('recover_bare_starts_per_second', '/s', ratesOf(rounds.bare)),
    measured('recover_vs_bare', '×', ratiosOf(rounds), { atLeast: 0.8 }),
    measured('recover_100000_estimated_min', 'min', minutes),
    ...cpuMeasurements('recover', rounds),
    measured('recover_command_refused', 'calls', refused, { atMost: 0 }),
    measured('recover_command_p99_ms', 'ms', percentile(told, 0.99)),
  ];
}
