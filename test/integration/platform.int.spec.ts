import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { readConfig } from '../../src/config/config.js';
import { createPlatform, type Platform } from '../../src/platform.js';
import { testDatabase, type TestDatabase } from '../support/database.js';

const id = '5f3f0a0e-2f9f-4c37-9a8d-1d1f6f0a7c11';
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ migrated: false });
});
afterAll(() => database?.drop());

const configOf = (env: Record<string, string> = {}) =>
  readConfig({
    DATABASE_URL: database.url,
    DATABASE_ADMIN_URL: database.adminUrl,
    TEMPORAL_ADDRESS: '127.0.0.1:9',
    SMTP_URL: 'smtp://127.0.0.1:9',
    LOTSE_MAIL_FROM: 'lotse@localhost',
    LOTSE_MASTER_KEY: '07'.repeat(32),
    NODE_ENV: 'test',
    ...env,
  });

async function on<Result>(
  env: Record<string, string>,
  ask: (platform: Platform) => Promise<Result>,
): Promise<Result> {
  const platform = await createPlatform(configOf(env));
  try {
    return await ask(platform);
  } finally {
    await platform.close();
  }
}

describe('what API and worker share', () => {
  it('is built by several processes at once on an empty database, which is one installation', async () => {
    const ids = await Promise.all([1, 2, 3].map(() => on({}, async ({ installation }) => installation)));
    expect(new Set(ids).size).toBe(1);
  });

  it('acts as the application’s role, and as the import role where the clock was moved', async () => {
    const role = async ({ sql, clock }: Platform) => {
      const { rows } = await sql.query<{ role: string }>('SELECT current_user AS role');
      const days = (Date.parse(await clock.now()) - Date.now()) / 86_400_000;
      return { role: rows[0]?.role.split('_').at(-1), days };
    };
    expect(await on({}, role)).toEqual({ role: 'app', days: expect.closeTo(0) });
    const moved = { LOTSE_CLOCK_OFFSET_MS: String(500 * 86_400_000) };
    expect(await on(moved, role)).toEqual({ role: 'import', days: expect.closeTo(500) });
  });

  it('refuses another master key and a wrong password, each in one line', async () => {
    const refused = async (env: Record<string, string>) => {
      const error: unknown = await on(env, async () => undefined).catch((thrown: unknown) => thrown);
      const { name, message } = error as Error;
      return `${name}: ${message}`;
    };
    expect(await refused({ LOTSE_MASTER_KEY: '08'.repeat(32) })).toMatch(/^ConfigError: LOTSE_MASTER_KEY/);
    const wrong = new URL(database.url);
    wrong.password = 'geheim';
    const said = await refused({ DATABASE_ADMIN_URL: wrong.href });
    expect(said).toMatch(/^ConfigError: The database server refuses the login .* \(28P01\)/);
    expect(said).not.toContain('geheim');
    expect(await on({}, async ({ programmes }) => programmes.current.key)).toBe('durchstarten');
  });

  it('watches the generation, which recovery raises', async () => {
    await on({}, async ({ generation }) => {
      const before = await generation();
      const admin = new pg.Client(database.adminUrl);
      await admin.connect();
      await admin.query('UPDATE es.installation SET generation = generation + 1');
      await admin.end();
      expect(await generation()).toBe(before);
      await new Promise((resolve) => setTimeout(resolve, 1050));
      expect(await generation()).toBe(before + 1);
    });
  });

  it('refuses a log that holds what only a newer version can read, in one line', async () => {
    const opens = (): Promise<string> =>
      on({}, async () => 'ready').catch((error: Error) => `${error.name}: ${error.message}`);
    expect(await opens()).toBe('ready');
    const admin = new pg.Client(database.adminUrl);
    await admin.connect();
    await admin.query(`INSERT INTO es.event_kind VALUES ('MessageSent', 2), ('JourneyMerged', 1)`);
    expect(await opens()).toBe('ready'); // a newer version ran, and wrote nothing new
    const ids = Object.fromEntries(['id', 'commandId', 'correlationId', 'causationId'].map((k) => [k, id]));
    const event = { ...ids, type: 'JourneyMerged', schemaVersion: 1, data: {}, actor: {}, occurredAt: 'now' };
    await admin.query(`SELECT es.append($1, 'journey', NULL, 0, 9, clock_timestamp(), $2)`, [
      id,
      JSON.stringify([event]),
    ]);
    await admin.end();
    expect(await opens()).toBe(
      "ConfigError: The log of DATABASE_URL holds JourneyMerged of schema version 1, which this version of Lotse can't " +
        'read; start the one that wrote it, or a newer one.',
    );
  });
});
