import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../src/embedded/ports.js';
import { startPostgres, type RunningPostgres } from '../../src/embedded/postgres/start-postgres.js';

/** Does some work with an empty PostgreSQL of its own, which is removed afterwards. */
export async function withPostgres<Result>(
  work: (postgres: RunningPostgres) => Promise<Result>,
): Promise<Result> {
  const dataDir = mkdtempSync(join(tmpdir(), 'lotse-bench-postgres-'));
  const postgres = await startPostgres({ dataDir, port: await freePort() }, new AbortController().signal);
  try {
    return await work(postgres);
  } finally {
    await postgres.stop(10_000);
    rmSync(dataDir, { recursive: true, force: true });
  }
}
