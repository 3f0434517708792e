import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { identify } from '../processes.js';
import { freePort } from '../ports.js';
import { startPostgres, type RunningPostgres } from './start-postgres.js';

let dataDir: string;
let server: RunningPostgres | undefined;

async function start(): Promise<RunningPostgres> {
  return (server = await startPostgres({ dataDir, port: await freePort() }, AbortSignal.timeout(60_000)));
}

async function ask<T extends object>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('the embedded PostgreSQL', () => {
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'lotse-postgres-'));
  });
  afterEach(async () => {
    await server?.stop(10_000);
    server = undefined;
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('keeps what was committed over a stop, and over being killed', async () => {
    const first = await start();
    await ask(first.adminUrl, 'CREATE TABLE kept (n int); INSERT INTO kept VALUES (1)');
    await first.stop(10_000);
    const second = await start();
    await ask(second.adminUrl, 'INSERT INTO kept VALUES (2)');
    process.kill(second.pid, 'SIGKILL');
    await second.exited;
    const third = await start();
    expect(await ask(third.adminUrl, 'SELECT n FROM kept ORDER BY n')).toEqual([{ n: 1 }, { n: 2 }]);
  }, 60_000);

  it('takes over from a server that outlived its supervisor', async () => {
    const orphan = await start();
    const heir = await start();
    expect((await orphan.exited).code).toBe(0);
    expect(await ask(heir.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  }, 60_000);

  it('gives the application a user that owns nothing and can make nothing', async () => {
    const { url } = await start();
    await expect(ask(url, 'CREATE TABLE mine ()')).rejects.toThrow('permission denied');
    expect(
      await ask(
        url,
        `SELECT 1 FROM pg_shdepend d JOIN pg_roles r ON r.oid = d.refobjid
      WHERE r.rolname = 'lotse' AND d.deptype = 'o'`,
      ),
    ).toEqual([]);
  }, 60_000);

  it('refuses a wrong password and writes no value of a failed query to its log', async () => {
    const { url, adminUrl } = await start();
    const wrong = new URL(url);
    wrong.password = 'wrong';
    await expect(ask(wrong.href, 'SELECT 1')).rejects.toThrow('password authentication failed');
    await ask(
      adminUrl,
      `CREATE TABLE once (name text UNIQUE); INSERT INTO once VALUES ('Canary Personname')`,
    );
    await expect(ask(adminUrl, `INSERT INTO once VALUES ('Canary Personname')`)).rejects.toThrow('duplicate');
    await expect(ask(adminUrl, `SELECT 'Canary Personname'::int`)).rejects.toThrow('invalid input');
    expect(readFileSync(join(dataDir, 'logs', 'postgres.log'), 'utf8')).not.toContain('Canary');
  }, 60_000);

  it('leaves nothing half made when its start is interrupted', async () => {
    const port = await freePort();
    await expect(startPostgres({ dataDir, port }, AbortSignal.timeout(400))).rejects.toThrow();
    expect(readdirSync(join(dataDir, 'postgres')).filter((name) => name.startsWith('new-'))).toEqual([]);
    await start();
  }, 60_000);

  it('is private, and ends when it is stopped', async () => {
    const { pid, stop } = await start();
    expect(statSync(join(dataDir, 'postgres-passwords.json')).mode & 0o777).toBe(0o600);
    expect(statSync(join(dataDir, 'postgres')).mode & 0o777).toBe(0o700);
    await stop(10_000);
    expect(identify(pid)).toBeUndefined();
    expect(existsSync(join(dataDir, 'postgres', 'data', 'postmaster.pid'))).toBe(false);
  }, 60_000);
});
