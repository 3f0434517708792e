import { readdir } from 'node:fs/promises';
import type pg from 'pg';
import type { Clock } from './clock/clock.js';
import { DatabaseClock } from './clock/database-clock.js';
import type { Config } from './config/config.js';
import { assertSandbox, heldByData, switchedOn } from './config/sandbox.js';
import type { Sql } from './database/sql.js';
import type { MasterSecrets } from './event-store/seal/master-secrets.js';
import { installationOf } from './installation.js';
import { CommandRunner } from './journeys/command-runner.js';
import { countCommands } from './metrics/count-commands.js';
import { Counters } from './metrics/counters.js';
import { openDatabase, type OpenedDatabase } from './open-database.js';
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

/** `programmes/` beside `src/`, in the source and in what is built alike. */
const programmesFolder = new URL('../programmes/', import.meta.url);

/**
 * Builds what every process needs.
 * @param counters of this process; the API's where nothing is said
 * @param opened the database, where it was opened already; closed like one of its own
 * @throws ConfigError where the environment does not fit the database, ProgrammeError where a definition is wrong
 */
export async function createPlatform(
  config: Config,
  counters = new Counters('api'),
  opened?: OpenedDatabase,
): Promise<Platform> {
  const database = opened ?? (await openDatabase(config));
  try {
    return await build(config, database, counters);
  } catch (error) {
    await database.sql.end();
    throw error;
  }
}

async function build(
  config: Config,
  { sql, secrets }: OpenedDatabase,
  counters: Counters,
): Promise<Platform> {
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

async function programmeFolders(): Promise<URL[]> {
  const entries = await readdir(programmesFolder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return names.sort().map((name) => new URL(`${name}/`, programmesFolder));
}

async function readDefinition(folder: URL) {
  const programme = await readProgramme(folder);
  return { programme, texts: await readTexts(folder) };
}
