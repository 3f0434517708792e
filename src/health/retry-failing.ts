import type { Retried } from '../../contract/pages/system.js';
import { isDatabaseAway } from '../http/database-away.js';
import { atOnce } from '../imports/at-once.js';
import type { Platform } from '../platform.js';

/** More at once would hold up whoever waits for the answer. */
const most = 200;
const together = 4;

/**
 * Tries the acts of journeys again that failed again and again: what succeeds is news, which ends the pause of the
 * journey's workflow and lets the flag go.
 * @throws what a database says that is away; any other failure is counted
 */
export async function retryFailing({
  sql,
  runner,
  generation,
}: Pick<Platform, 'sql' | 'runner' | 'generation'>): Promise<Retried> {
  const { rows } = await sql.query<{ journey: string }>(
    `SELECT journey_id AS journey FROM rm.flag WHERE rule = 'planning_failed' ORDER BY since LIMIT $1`,
    [most],
  );
  const origin = {
    actor: { kind: 'engine', id: 'engine' },
    generation: await generation(),
    bulk: true,
  } as const;
  const outcomes = await atOnce(rows, together, async ({ journey }) => {
    try {
      await runner.run(journey, { type: 'CarryOutDue' }, origin);
      return true;
    } catch (error) {
      if (isDatabaseAway(error)) throw error;
      return false;
    }
  });
  return { tried: rows.length, failed: outcomes.filter((succeeded) => !succeeded).length };
}
