import type pg from 'pg';
import type { Failure } from '../../src/read-models/rebuild/healing.js';
import { rebuildable } from '../../src/read-models/rebuild/names.js';
import { rebuild } from '../../src/read-models/rebuild/rebuild.js';
import type { Api } from './api.js';
import { spoil, spoilings } from './spoiled-rows.js';

/** What can be wrong while people work, without anybody's being stopped by it. */
const bearable = spoilings.filter(
  ({ model, what }) =>
    (model !== 'journey' && ['wrong values', 'none are left'].includes(what)) || what === 'an older fold',
);

/**
 * Makes rows wrong and rebuilds everything, again and again for so long, and once more at the end. Gives how often, how
 * many rows were healed, and what failed.
 */
export async function rebuildAgainAndAgain(
  { platform }: Api,
  owner: pg.Pool,
  ids: readonly string[],
  { seconds }: { seconds: number },
): Promise<{ rounds: number; healed: number; failed: Failure[]; events: number }> {
  const sum = { rounds: 0, healed: 0, failed: [] as Failure[], events: 0 };
  const until = performance.now() + seconds * 1000;
  const any = (): string => ids[Math.floor(Math.random() * ids.length)] ?? '';
  for (let isOver = false; !isOver;) {
    isOver = performance.now() > until;
    if (!isOver) for (const spoiling of bearable) await spoil(owner, spoiling, any(), any());
    const { healed, failed, events } = await rebuild(platform, rebuildable, () => undefined);
    sum.rounds += 1;
    sum.events += events;
    sum.failed.push(...failed);
    for (const count of Object.values(healed)) sum.healed += count;
  }
  return sum;
}
