import { setTimeout as wait } from 'node:timers/promises';
import type { Rebuilt } from '../../src/read-models/rebuild/rebuild.js';
import { measured, type Measurement, type Size } from '../measurement.js';
import type { Answer } from '../support/http.js';
import { plannedJourneys, type Installation } from './installation.js';
import { inClosedLoop, review } from './review.js';

/** Journeys on which is recorded meanwhile. */
const touched: Readonly<Record<Size, number>> = { smoke: 10, short: 100, full: 1000 };

interface Round extends Rebuilt {
  seconds: number;
  /** Calls meanwhile that were not answered as they should be. */
  failedCalls: number;
}

/**
 * Rebuilds all read models twice, while five milestones a second are recorded and fifteen journeys read: with every row right, as one does
 * to be sure, and with every row wrong or gone, as after a change of the fold.
 */
export async function measureRebuild(installation: Installation, size: Size): Promise<Measurement[]> {
  const journeys = await plannedJourneys(installation, touched[size]);
  const compared = await rebuiltWhileServing(installation, journeys);
  await spoilRows(installation);
  const written = await rebuiltWhileServing(installation, journeys);
  const perSecond = ({ events, seconds }: Round): number => events / seconds;
  return [
    measured('rebuild_failed_calls', 'calls', compared.failedCalls + written.failedCalls, { atMost: 0 }),
    measured('rebuild_failed_journeys', 'journeys', compared.failed.length + written.failed.length, {
      atMost: 0,
    }),
    measured('rebuild_events_per_second', '/s', perSecond(compared), { atLeast: 30_000 }),
    measured('rebuild_written_events_per_second', '/s', perSecond(written)),
    measured(
      'rebuild_rows_written',
      'rows',
      Object.values(written.healed).reduce((sum, rows) => sum + rows, 0),
    ),
  ];
}

async function rebuiltWhileServing(
  { lotse, coordinator }: Installation,
  journeys: readonly string[],
): Promise<Round> {
  let isOver = false;
  const until = (): boolean => isOver;
  const at = (index: number): string => journeys[index % journeys.length] ?? '';
  const calls = [
    inClosedLoop(
      1,
      until,
      every(200, (index) => review(coordinator, at(index))),
      201,
    ),
    inClosedLoop(
      1,
      until,
      every(66, (index) => coordinator.call('GET', `/journeys/${at(index * 7)}`)),
      200,
    ),
  ];
  const said = await lotse.cli('rebuild', '--json').finally(() => (isOver = true));
  const failed = (await Promise.all(calls)).reduce((sum, each) => sum + each.failed, 0);
  return { ...(JSON.parse(said) as Rebuilt & { seconds: number }), failedCalls: failed };
}

/** A caller who rests: twenty requests a second all together, as where reads are measured. */
const every =
  (ms: number, call: (index: number) => Promise<Answer>) =>
  async (index: number): Promise<Answer> => {
    const [answer] = await Promise.all([call(index), wait(ms)]);
    return answer;
  };

/** Every journey's row wrong in what no caller is refused for, and all rows of the other models gone. */
async function spoilRows({ db }: Installation): Promise<void> {
  await db.query('TRUNCATE rm.deadline, rm.flag, rm.task, rm.message, rm.staff_notice, rm.phase');
  await db.query(`UPDATE rm.journey SET last_contact_on = '1999-12-31'`);
}
