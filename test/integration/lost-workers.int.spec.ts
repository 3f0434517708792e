import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { createJourneyActivities } from '../../activities/journey.activities.js';
import { carefully, type JourneyActs } from '../../activities/ports.js';
import { createPool } from '../../src/database/pool.js';
import { watchLostWorkers, type LostWorkers } from '../../src/worker/lost-workers.js';
import { testDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';

let sql: pg.Pool;
beforeAll(async () => {
  sql = createPool((await testDatabase()).url, 'app', 4);
});
const watching: LostWorkers[] = [];
afterAll(async () => {
  await Promise.all(watching.map((watch) => watch.leave()));
  await sql?.end();
});

/** As if a worker had last been seen so many seconds ago. */
const seen = (worker: string, secondsAgo: number) =>
  sql.query(
    `UPDATE rm.heartbeat SET detail = detail || jsonb_build_object($1::text, extract(epoch FROM now()) - $2::numeric)
      WHERE part = 'workers'`,
    [worker, secondsAgo],
  );

const workers = async (): Promise<string[]> => {
  const { rows } = await sql.query<{ detail: object }>(
    `SELECT detail FROM rm.heartbeat WHERE part = 'workers'`,
  );
  return Object.keys(rows[0]?.detail ?? {});
};

async function started(identity: string = randomUUID()): Promise<LostWorkers> {
  const watch = watchLostWorkers(sql, identity);
  watching.push(watch);
  await eventually(async () => expect(await workers()).toContain(identity));
  return watch;
}

describe('workers of one database', () => {
  it('that are there, or have ended of themselves, are missed by nobody; who is gone is known', async () => {
    const [one, other] = [await started('one'), await started('other')];
    expect(one.gone()).toEqual([]);
    await other.leave();
    const third = await started('third');
    await eventually(() => expect(third.gone()).toEqual(['other']));
    expect(third.areThere()).toBe(false);
    await one.leave();
    await third.leave();
    expect((await workers()).sort()).toEqual(['left one', 'left other', 'left third']);
  });

  it('are missed by the others for ten minutes when they end without having said so', async () => {
    await seen('killed', 9 * 60);
    const next = await started();
    await eventually(() => expect(next.areThere()).toBe(true));
    expect(next.gone()).toContain('killed');
    await next.leave();
    await seen('killed', 11 * 60);
    const later = await started();
    expect(later.areThere()).toBe(false);
    expect(later.gone()).not.toContain('killed');
    await later.leave();
    expect(await workers()).not.toContain('killed');
  });
});

describe('a worker whose like have died', () => {
  it('leaves an act to the activity whose losses are counted', async () => {
    let carriedOut = 0;
    const acts = { carryOutDue: async () => void (carriedOut += 1) } as unknown as JourneyActs;
    const { carryOutDueAtOnce } = createJourneyActivities(
      acts,
      () => undefined,
      () => true,
    );
    expect(await carryOutDueAtOnce({ journey: 'any', generation: 1 })).toBe(carefully);
    expect(carriedOut).toBe(0);
  });
});
