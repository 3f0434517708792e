import { Worker } from 'node:worker_threads';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { readConfig, type Config } from '../../src/config/config.js';
import { startPostgres } from '../../src/embedded/postgres/start-postgres.js';
import { freePort } from '../../src/embedded/ports.js';
import { createPlatform } from '../../src/platform.js';
import { masterKeyFile, openDataDir } from '../../src/supervisor/data-dir.js';
import { makeCoaches } from './coaches.js';
import type { FromThread, Share } from './share.js';

/** How much is filled in. */
export interface Wanted {
  journeys: number;
  /** How many lives are lived, of which all others are copies. */
  templates: number;
}

/** What was filled in. */
export interface Filled {
  journeys: number;
  events: number;
  /** Journeys with so many events at least, by that number. */
  long: Record<number, string>;
  seconds: number;
}

const threads = 2;
/** Positions of the log that each thread may use; those that it does not are gaps, as after a command that failed. */
const positionsOfThread = 100_000_000;

/**
 * Fills the data directory of a Lotse that was never started: its embedded PostgreSQL runs meanwhile. Nothing of it
 * waits for a workflow.
 */
export async function fill(dataDir: string, wanted: Wanted): Promise<Filled> {
  const began = performance.now();
  const keyFile = masterKeyFile(openDataDir(dataDir));
  const stopping = new AbortController();
  const postgres = await startPostgres({ dataDir, port: await freePort() }, stopping.signal);
  try {
    const config = configOf(dataDir, postgres, keyFile);
    // as a demonstration has it: its past was lived with today's rules
    const platform = await createPlatform(config);
    const now = await platform.clock.now();
    const communes = platform.programmes.current.communes.map(({ key }) => key);
    const coaches = await makeCoaches(platform.sql, communes, wanted.journeys);
    await platform.close();
    const shares = Array.from({ length: threads }, (_, part): Share => ({
      part,
      parts: threads,
      ...wanted,
      now,
      coaches,
      firstPosition: 1 + part * positionsOfThread,
    }));
    const written = await Promise.all(shares.map((share) => writtenBy(share, config)));
    await settle(postgres.adminUrl);
    return {
      journeys: written.reduce((sum, { journeys }) => sum + journeys, 0),
      events: written.reduce((sum, { events }) => sum + events, 0),
      long: Object.assign({}, ...written.map(({ long }) => long)) as Record<number, string>,
      seconds: (performance.now() - began) / 1000,
    };
  } finally {
    await postgres.stop(60_000);
  }
}

const configOf = (
  dataDir: string,
  { url, adminUrl }: { url: string; adminUrl: string },
  keyFile: string,
): Config =>
  readConfig({
    LOTSE_HOST: '127.0.0.1',
    LOTSE_PORT: '3000',
    LOTSE_DATA_DIR: dataDir,
    LOTSE_DEMO: 'on',
    LOTSE_QUIET_HOURS: 'on',
    DATABASE_URL: url,
    DATABASE_ADMIN_URL: adminUrl,
    LOTSE_MASTER_KEY_FILE: keyFile,
    TEMPORAL_ADDRESS: '127.0.0.1:7233',
    SMTP_URL: 'smtp://127.0.0.1',
    LOTSE_MAIL_CATCHER: 'on',
    LOTSE_MAIL_FROM: 'lotse@localhost',
  });

function writtenBy(share: Share, config: Config): Promise<FromThread> {
  const thread = new Worker(fileURLToPath(new URL('fill.thread.js', builtHere)), {
    workerData: { share, config },
  });
  return new Promise((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
  });
}

/** Where this file was built: a thread loads no TypeScript. */
const builtHere = import.meta.url.includes('/dist/')
  ? import.meta.url
  : new URL('../../dist/bench/generator/fill.js', import.meta.url);

/** As a database is that has grown for years: counted, and its dead rows swept. */
async function settle(adminUrl: string): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(`SELECT setval('es.event_position', (SELECT max(position) FROM es.event))`);
  await admin.query('VACUUM (ANALYZE)');
  await admin.query('CHECKPOINT');
  await admin.end();
}
