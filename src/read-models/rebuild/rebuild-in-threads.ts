import { Worker } from 'node:worker_threads';
import type { Config } from '../../config/config.js';
import { everyId, halvesOfIds, type IdRange } from '../../database/id-range.js';
import type { Sql } from '../../database/sql.js';
import { built } from '../../embedded/built.js';
import type { Platform } from '../../platform.js';
import { rebuildJourneys, rebuildTogether, type RebuildJourneys, type RebuiltStreams } from './rebuild.js';

/** What a thread is given; its key is a plain array of bytes on the way. */
export interface RebuildThreadData {
  config: Config;
  models: readonly string[];
  range: IdRange;
}

/** What a thread says. */
export type FromRebuildThread =
  { what: 'step'; streams: number } | { what: 'rebuilt'; rebuilt: RebuiltStreams };

/** Fewer are done before two threads have begun. */
const worthThreads = 2000;

/** As in the API: what a page leaves behind is then mostly dead before it is looked at. */
const youngMb = 96;

/** Rebuilds the journeys' rows of a whole installation, in two threads where there are many. */
export const inThreads =
  (platform: Platform): RebuildJourneys =>
  async (models, step) => {
    if ((await countJourneys(platform.sql)) < worthThreads) {
      return rebuildJourneys(platform, models, everyId, step);
    }
    const { config } = platform;
    const threads = halvesOfIds.map((range) => threadFor({ config, models, range }));
    try {
      const parts = await Promise.all(threads.map((thread) => rebuiltBy(thread, step)));
      return await healedAcross(platform, models, parts.reduce(together));
    } finally {
      // where one has failed the other does not go on behind everybody's back
      await Promise.all(threads.map((thread) => thread.terminate()));
    }
  };

/** Two journeys that have what is unique of each other may lie in different halves: they are healed together. */
async function healedAcross(
  platform: Platform,
  models: readonly string[],
  rebuilt: RebuiltStreams,
): Promise<RebuiltStreams> {
  const blocked = rebuilt.failed.filter(({ why }) => why === 'in-the-way');
  if (blocked.length === 0) return rebuilt;
  const healed = await rebuildTogether(
    platform,
    models,
    blocked.map(({ id }) => id),
  );
  const others = rebuilt.failed.filter((failure) => !blocked.includes(failure));
  return together({ ...rebuilt, failed: others }, healed);
}

const threadFor = (workerData: RebuildThreadData): Worker =>
  new Worker(built('read-models/rebuild/rebuild.thread.js'), {
    workerData,
    resourceLimits: { maxYoungGenerationSizeMb: youngMb },
  });

function rebuiltBy(thread: Worker, step: (streams: number) => void): Promise<RebuiltStreams> {
  return new Promise((resolve, reject) => {
    thread.on('message', (message: FromRebuildThread) => {
      if (message.what === 'step') step(message.streams);
      else resolve(message.rebuilt);
    });
    thread.once('error', reject);
    thread.once('exit', () => reject(new Error('A thread ended before its journeys were rebuilt')));
  });
}

function together(one: RebuiltStreams, other: RebuiltStreams): RebuiltStreams {
  const rows = { ...one.rows };
  for (const [name, count] of Object.entries(other.rows)) rows[name] = (rows[name] ?? 0) + count;
  return {
    streams: one.streams + other.streams,
    events: one.events + other.events,
    rows,
    failed: [...one.failed, ...other.failed],
  };
}

async function countJourneys(sql: Sql): Promise<number> {
  const { rows } = await sql.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM es.stream WHERE stream_type = 'journey'`,
  );
  return rows[0]?.count ?? 0;
}
