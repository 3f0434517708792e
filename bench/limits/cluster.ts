import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { readConfig } from '../../src/config/config.js';
import { freePort } from '../../src/embedded/ports.js';
import { startPostgres } from '../../src/embedded/postgres/start-postgres.js';
import { createPlatform, type Platform } from '../../src/platform.js';

/** Lotse's own PostgreSQL with nothing beside it: no Temporal, no API. */
export interface Cluster {
  /** Of the server, the parent of its connections' processes. */
  pid: number;
  /** The superuser's URL of a database of it. */
  urlOf(database: string): string;
  /** Works on Lotse's database as a process of it does; nobody is connected to it afterwards. */
  inLotse<Result>(work: (platform: Platform) => Promise<Result>): Promise<Result>;
  /** Makes a database that is like another one, to which nobody may be connected; one of that name goes. */
  copy(from: string, to: string): Promise<void>;
  /** Stops the server and removes its data. */
  remove(): Promise<void>;
}

/** What a platform is told and this one never uses: there is no Temporal and no mail. */
const unused = { TEMPORAL_ADDRESS: '127.0.0.1:1', SMTP_URL: 'smtp://127.0.0.1', LOTSE_MAIL_CATCHER: 'on' };

/** Starts one in a directory of its own. */
export async function startCluster(): Promise<Cluster> {
  const dataDir = mkdtempSync(join(tmpdir(), 'lotse-bench-'));
  const place = { dataDir, port: await freePort() };
  const server = await startPostgres(place, AbortSignal.timeout(120_000));
  const env = {
    ...unused,
    LOTSE_DATA_DIR: dataDir,
    LOTSE_MAIL_FROM: 'lotse@example.org',
    LOTSE_MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
    DATABASE_URL: server.url,
    DATABASE_ADMIN_URL: server.adminUrl,
  };
  const urlOf = (database: string): string => server.adminUrl.replace(/[^/]*$/, database);
  return {
    pid: server.pid,
    urlOf,
    inLotse: async (work) => {
      const platform = await createPlatform(readConfig(env));
      try {
        return await work(platform);
      } finally {
        await platform.close();
      }
    },
    copy: (from, to) =>
      asAdmin(urlOf('postgres'), `DROP DATABASE IF EXISTS ${to}`, `CREATE DATABASE ${to} TEMPLATE ${from}`),
    remove: async () => {
      await server.stop(60_000);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Carries out statements one after another, each for itself. */
export async function asAdmin(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** A number that the database tells. */
export async function asked(url: string, question: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ number: string }>(`SELECT (${question}) AS number`);
    return Number(rows[0]?.number);
  } finally {
    await client.end();
  }
}
