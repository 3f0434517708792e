import { readdir } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import type { Clock } from './clock/clock.js';
import { DatabaseClock } from './clock/database-clock.js';
import { ConfigError } from './config/config-error.js';
import type { Config } from './config/config.js';
import { certificateFault } from './config/tls-fault.js';
import { assertSandbox, heldByData, switchedOn } from './config/sandbox.js';
import { refuseRoleThatCanChangeEvents } from './database/check-role.js';
import { migrate } from './database/migrate.js';
import { createPool } from './database/pool.js';
import type { Sql } from './database/sql.js';
import { refuseUnreadableLog } from './event-store/kinds-of-events.js';
import { masterSecrets, type MasterSecrets } from './event-store/seal/master-secrets.js';
import { isDatabaseAway } from './http/database-away.js';
import { installationOf } from './installation.js';
import { CommandRunner } from './journeys/command-runner.js';
import { countCommands } from './metrics/count-commands.js';
import { Counters } from './metrics/counters.js';
import { Programmes } from './programmes/programmes.js';
import { readProgramme } from './programmes/read-programme.js';
import { readTexts } from './reminders/read-texts.js';
import type { Texts } from './reminders/texts.js';

/** What API and worker share: the database as the right role, the clock, the keys, the rules, the road of a command. */
export interface Platform {
  readonly config: Config;
  readonly sql: pg.Pool;
  readonly clock: Clock;
  readonly secrets: MasterSecrets;
  readonly programmes: Programmes;
  /** By the programme's key. */
  readonly texts: ReadonlyMap<string, Texts>;
  readonly runner: CommandRunner;
  /** What this process has counted. */
  readonly counters: Counters;
  /** Whether this is a demonstration, or its database holds one: nothing leaves it, and nobody real comes in. */
  readonly sandbox: boolean;
  /** Names the workflows of this installation. */
  readonly installation: string;
  /** Which generation of the engine is the valid one; asked of the database at most once a second. */
  generation(): Promise<number>;
  close(): Promise<void>;
}
export const PLATFORM = Symbol('Platform');

/** A database that starts along with us is waited for; one that is away for longer is said to be so. */
const patienceMs = 60_000;

/** `programmes/` beside `src/`, in the source and in what is built alike. */
const programmesFolder = new URL('../programmes/', import.meta.url);

/**
 * Brings the database to this version and builds what every process needs.
 * @param counters of this process; the API's where nothing is said
 * @throws ConfigError where the environment does not fit the database, ProgrammeError where a definition is wrong
 */
export async function createPlatform(config: Config, counters = new Counters('api')): Promise<Platform> {
  await migrateWhenThere(config);
  const real = config.clockOffsetMs === 0;
  const sql = createPool(config.database.url, real ? 'app' : 'import');
  try {
    return await build(config, sql, counters);
  } catch (error) {
    await sql.end();
    throw error;
  }
}

async function build(config: Config, sql: pg.Pool, counters: Counters): Promise<Platform> {
  await refuseRoleThatCanChangeEvents(sql);
  await refuseUnreadableLog(sql);
  const secrets = masterSecrets(config.masterKey);
  await refuseForeignKey(sql, secrets);
  const clock = new DatabaseClock(sql, config.clockOffsetMs);
  const definitions = await Promise.all((await programmeFolders()).map(readDefinition));
  const sandbox = config.demo || (await holdsDemonstration(sql));
  const { host, mailCatcher, quietHours } = config;
  if (sandbox) assertSandbox({ host, mailCatcher }, config.demo ? switchedOn : heldByData);
  const always = config.demo ? longAgo : undefined;
  const settings = { secrets, quietHours, now: await clock.now(), always };
  const loaded = definitions.map(({ programme }) => programme);
  const programmes = await Programmes.introduce(sql, loaded, settings);
  const { id, generation } = await installationOf(sql);
  const runner = new CommandRunner(sql, clock, secrets, programmes, generation, countCommands(counters));
  return {
    config,
    sql,
    clock,
    secrets,
    programmes,
    texts: new Map(definitions.map(({ programme, texts }) => [programme.programme.key, texts])),
    runner,
    counters,
    sandbox,
    installation: id,
    generation,
    close: () => sql.end(),
  };
}

/** Before any demonstration's past. */
const longAgo = '2000-01-01T00:00:00.000Z';

async function holdsDemonstration(sql: Sql): Promise<boolean> {
  const { rows } = await sql.query<{ holds: boolean }>(
    'SELECT EXISTS (SELECT FROM demo.demonstration) AS holds',
  );
  return rows[0]?.holds === true;
}

async function migrateWhenThere({ database }: Config): Promise<void> {
  const giveUpAt = performance.now() + patienceMs;
  for (;;) {
    try {
      return await migrate(database);
    } catch (error) {
      if (!isDatabaseAway(error)) throw refusedLogin(error) ?? refusedTls(error) ?? error;
      if (performance.now() > giveUpAt) {
        throw new ConfigError('The database of DATABASE_URL does not answer; start it, or correct the URL.');
      }
      await wait(500);
    }
  }
}

/** SQLSTATE class 28 and 3D000: login, password or database are not there. The URL is not shown, it holds a password. */
function refusedLogin(error: unknown): ConfigError | undefined {
  const { code = '' } = error as { code?: string };
  if (!/^28|^3D000$/.test(code)) return undefined;
  return new ConfigError(
    `The database server refuses the login of DATABASE_URL or DATABASE_ADMIN_URL (${code}); correct user, password or database.`,
  );
}

/** What TLS asks for is not there: waiting would not help. */
function refusedTls(error: unknown): ConfigError | undefined {
  const fault = certificateFault(error);
  if (fault !== undefined) {
    return new ConfigError(
      `The certificate of the database server ${fault}; correct the host or sslrootcert of DATABASE_URL and ` +
        'DATABASE_ADMIN_URL, or the certificate.',
    );
  }
  // pg gives this no code
  if ((error as Error).message !== 'The server does not support SSL connections') return undefined;
  return new ConfigError(
    'The database server speaks no TLS, and DATABASE_URL or DATABASE_ADMIN_URL asks for it (sslmode); switch it on there.',
  );
}

/** With another key every sealed part would be unreadable, and new ones would be sealed in vain. */
async function refuseForeignKey(sql: Sql, secrets: MasterSecrets): Promise<void> {
  const check = secrets.hmac('key-check', 'lotse');
  const { rows } = await sql.query<{ belongs: boolean }>('SELECT es.key_belongs($1) AS belongs', [check]);
  if (rows[0]?.belongs === true) return;
  throw new ConfigError(
    'LOTSE_MASTER_KEY (or _FILE) is not the key with which this database was sealed; bring back that key.',
  );
}

async function programmeFolders(): Promise<URL[]> {
  const entries = await readdir(programmesFolder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return names.sort().map((name) => new URL(`${name}/`, programmesFolder));
}

async function readDefinition(folder: URL) {
  const programme = await readProgramme(folder);
  return { programme, texts: await readTexts(folder) };
}
