import { readOptional, readRequired, type Environment } from '../config/read-variable.js';
import { startPostgres } from '../embedded/postgres/start-postgres.js';
import { openDataDir } from '../supervisor/data-dir.js';
import { drawPorts } from '../supervisor/embedded-parts.js';
import { readInstance, writeInstance } from '../supervisor/instance.js';
import { takeLock } from '../supervisor/lock.js';

/** Long enough for a checkpoint of what was just loaded. */
const stopWithinMs = 60_000;

interface Logins {
  url: string;
  adminUrl: string;
}

/**
 * Does some work on a database while no Lotse runs on it: that of `DATABASE_URL`, else the data directory's own, which
 * is started for it, and made where there is none yet.
 * @param demonstration what the data directory remembers of itself afterwards, for the next start
 * @throws StartError where a Lotse runs on the data directory
 */
export async function onStoppedDatabase<Result>(
  env: Environment,
  demonstration: boolean,
  work: (logins: Logins) => Promise<Result>,
): Promise<Result> {
  const dataDir = openDataDir(readRequired(env, 'LOTSE_DATA_DIR'));
  const lock = takeLock(dataDir);
  try {
    const ports = await drawPorts(readInstance(dataDir)?.ports ?? {});
    // before: by it a second try knows the directory as ours
    writeInstance(dataDir, { demo: demonstration, demonstration, ports });
    return await onDatabase(env, { dataDir, port: ports.postgres }, work);
  } finally {
    lock.release();
  }
}

async function onDatabase<Result>(
  env: Environment,
  place: { dataDir: string; port: number },
  work: (logins: Logins) => Promise<Result>,
): Promise<Result> {
  const url = readOptional(env, 'DATABASE_URL');
  if (url) return work({ url, adminUrl: readOptional(env, 'DATABASE_ADMIN_URL') ?? url });
  const postgres = await startPostgres(place, new AbortController().signal);
  try {
    return await work(postgres);
  } finally {
    await postgres.stop(stopWithinMs);
  }
}
