import { setTimeout as wait } from 'node:timers/promises';
import { isDatabaseAway } from '../http/database-away.js';

/** Well under the time that an activity has: what is not recorded by then is settled by sending again. */
const patience = { forMs: 45_000, everyMs: 250 };

/**
 * Records what an SMTP server has answered, again and again while the database is away: a mail that was taken must not
 * be sent a second time only because PostgreSQL was started anew between the two. Recording twice has one effect.
 * @throws what else went wrong, at once; that the database is away, when it stays so
 */
export async function insist<Result>(
  record: () => Promise<Result>,
  { forMs, everyMs } = patience,
): Promise<Result> {
  const giveUpAt = performance.now() + forMs;
  for (;;) {
    try {
      return await record();
    } catch (error) {
      if (!isDatabaseAway(error) || performance.now() > giveUpAt) throw error;
      await wait(everyMs);
    }
  }
}
