import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { refuseRoleThatCanChangeEvents } from '../../src/database/check-role.js';
import { migrate } from '../../src/database/migrate.js';
import { createPool } from '../../src/database/pool.js';
import { freePort } from '../../src/embedded/ports.js';
import { composeWith, example, loginStatements, root } from '../docs/container-files.js';
import { asAdmin, serverUrls } from '../support/database.js';
import { eventually } from '../support/eventually.js';

const { api } = composeWith(example).services;

/** The server of this run has a login and a database of that name already. */
const ownName = (text: string): string => text.replaceAll(/\blotse\b/g, 'lotse_contained');
let admin: string;
let pool: pg.Pool | undefined;

/** A URL of the compose file, on the server of this run. */
const here = (name: string): string => {
  const url = new URL(ownName(String(api.environment[name])));
  url.host = new URL(admin).host;
  return url.href;
};

beforeAll(async () => {
  admin = (await serverUrls()).adminUrl;
  for (const statement of loginStatements(ownName)) await asAdmin(admin, statement);
});

afterAll(async () => {
  await pool?.end();
  await asAdmin(admin, 'DROP DATABASE IF EXISTS lotse_contained WITH (FORCE)');
  for (const role of ['_import', '_app', '']
    .map((end) => `lotse_contained${end}`)
    .concat('lotse_owner', 'temporal')) {
    await asAdmin(admin, `DROP ROLE IF EXISTS ${role}`);
  }
});

describe('the logins of the compose file', () => {
  it('let the owner make the schema, and the application read the log but change nothing', async () => {
    await migrate({ url: here('DATABASE_URL'), adminUrl: here('DATABASE_ADMIN_URL') });
    pool = createPool(here('DATABASE_URL'), 'app', 1);
    await refuseRoleThatCanChangeEvents(pool);
    const { rows } = await pool.query<{ who: string; events: number }>(
      'SELECT session_user AS who, (SELECT count(*)::int FROM es.event) AS events',
    );
    expect(rows).toEqual([{ who: 'lotse_contained', events: 0 }]);
    await expect(pool.query('DELETE FROM es.event')).rejects.toMatchObject({ code: '42501' });
  });

  it('let nobody but the owner in as the owner', async () => {
    const client = new pg.Client({ connectionString: here('DATABASE_URL') });
    await client.connect();
    await expect(client.query('SET ROLE lotse_owner')).rejects.toMatchObject({ code: '42501' });
    await client.end();
  });
});

describe('the API of the compose file', () => {
  it('starts with its command and environment, is called healthy by its health check, and stops when asked', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lotse-contained-'));
    const keyFile = join(folder, 'master.key');
    writeFileSync(keyFile, '7'.repeat(64));
    const port = String(await freePort());
    const env = {
      ...Object.fromEntries(Object.entries(api.environment).map(([name, value]) => [name, String(value)])),
      DATABASE_URL: here('DATABASE_URL'),
      DATABASE_ADMIN_URL: here('DATABASE_ADMIN_URL'),
      LOTSE_MASTER_KEY_FILE: keyFile,
      LOTSE_PORT: port,
    };
    const [, ...program] = api.command ?? [];
    const [, , ...check] = (api.healthcheck?.test ?? []).map((part) => part.replace(':3000/', `:${port}/`));
    const isHealthy = (): Promise<boolean> =>
      new Promise((resolve) => execFile(process.execPath, check, (error) => resolve(error === null)));
    expect(await isHealthy()).toBe(false);

    const running = spawn(process.execPath, program, { cwd: fileURLToPath(root), env, stdio: 'ignore' });
    const ended = once(running, 'exit');
    try {
      await eventually(async () => expect(await isHealthy()).toBe(true), 30_000);
    } finally {
      running.kill('SIGTERM');
      expect(await ended).toEqual([0, null]);
      rmSync(folder, { recursive: true });
    }
  });
});
