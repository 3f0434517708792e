import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { answers } from '../../src/embedded/temporal/answers.js';
import { untilIdle } from './relay.js';
import type { OpenJourneys } from './open-journeys.js';

/** Kills the embedded Temporal and deletes its database; ready when an empty one is there and worker and relay use it. */
export async function loseTemporal({ lotse, db, standings }: OpenJourneys): Promise<void> {
  const { run, dataDir } = lotse;
  const [server] = lotse.pids('start-dev');
  if (server === undefined) throw new Error('There is no embedded Temporal');
  process.kill(server, 'SIGKILL');
  for (const end of ['', '-shm', '-wal'])
    rmSync(join(dataDir, `temporal/temporal.db${end}`), { force: true });
  while (lotse.pids('start-dev').some((pid) => pid === server)) await wait(20);
  while (!(await answers(run.temporalAddress, run.temporalNamespace))) await wait(50);
  await standings.untilServed();
  await db.query(
    `UPDATE rm.journey SET armed_version = stream_version - 1 WHERE id = (SELECT id FROM rm.journey LIMIT 1)`,
  );
  await untilIdle(db);
}
