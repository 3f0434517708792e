import type { Retried } from '../../contract/pages/system.js';
import { mailsDue } from '../../domain/messages/mails-due.js';
import { isDatabaseAway } from '../http/database-away.js';
import { atOnce } from '../imports/at-once.js';
import type { Platform } from '../platform.js';

/** More at once would hold up whoever waits for the answer. */
const most = 200;
const together = 4;

type Parts = Pick<Platform, 'sql' | 'runner' | 'generation' | 'clock'>;

/**
 * Tries the acts of journeys again that failed again and again. Where all that is due was carried out the flag goes, which
 * is news and ends the pause of the journey's workflow; mails that are due are left to the worker, which speaks to SMTP.
 * @throws what a database says that is away; any other failure is no success
 */
export async function retryFailing(parts: Parts): Promise<Retried> {
  const { rows } = await parts.sql.query<{ journey: string }>(
    `SELECT journey_id AS journey FROM rm.flag WHERE rule = 'planning_failed' ORDER BY since LIMIT $1`,
    [most],
  );
  const outcomes = await atOnce(rows, together, ({ journey }) => goesOn(journey, parts));
  return { tried: rows.length, restored: outcomes.filter(Boolean).length };
}

async function goesOn(journey: string, { runner, generation, clock }: Parts): Promise<boolean> {
  const origin = {
    actor: { kind: 'engine', id: 'engine' },
    generation: await generation(),
    bulk: true,
  } as const;
  try {
    const { state } = await runner.run(journey, { type: 'CarryOutDue' }, origin);
    if (mailsDue(state, await clock.now()).length > 0) return false;
    await runner.run(journey, { type: 'ReportPlanningRestored' }, origin);
    return true;
  } catch (error) {
    if (isDatabaseAway(error)) throw error;
    return false;
  }
}
