import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { readConfig } from '../../src/config/config.js';
import { createPool } from '../../src/database/pool.js';
import { createPlatform } from '../../src/platform.js';
import { asAdmin, serverUrls, testDatabase, type TestDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';
import { certificate, onlyTls, pem, type Front } from '../support/tls.js';

let database: TestDatabase;
let admin: string;
let front: Front;

beforeAll(async () => {
  admin = (await serverUrls()).adminUrl;
  database = await testDatabase({ migrated: false });
  front = await onlyTls(Number(new URL(admin).port));
});
afterAll(async () => {
  await front?.close();
  for (const setting of ['ssl', 'ssl_cert_file', 'ssl_key_file']) {
    await asAdmin(admin, `ALTER SYSTEM RESET ${setting}`);
  }
  await asAdmin(admin, 'SELECT pg_reload_conf()');
  await database?.drop();
});

/** The server of this run gets its certificate while it runs; without TLS one reaches it as before. */
async function switchOn(): Promise<void> {
  const client = new pg.Client(admin);
  await client.connect();
  const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
  for (const name of ['server.pem', 'server.key']) {
    // the server writes it, so that it is the server's, and nobody else's to read
    const program = pg.escapeLiteral(`umask 077; cat > '${rows[0]?.data_directory}/${name}'`);
    const lines = pg.escapeLiteral(pem(name).trim());
    await client.query(`COPY (SELECT unnest(string_to_array(${lines}, E'\n'))) TO PROGRAM ${program}`);
  }
  await client.query(`ALTER SYSTEM SET ssl_cert_file = 'server.pem'`);
  await client.query(`ALTER SYSTEM SET ssl_key_file = 'server.key'`);
  await client.query('ALTER SYSTEM SET ssl = on');
  await client.query('SELECT pg_reload_conf()');
  await client.end();
  await eventually(async () => {
    const fresh = new pg.Client(byTls(admin));
    await fresh.connect();
    await fresh.end();
  });
}

/** A URL of the test's database by way of the front, with TLS. */
function byTls(url: string, authority = 'ca.pem', host = 'localhost'): string {
  const changed = new URL(url);
  changed.host = `${host}:${front.port}`;
  changed.searchParams.set('sslmode', 'verify-full');
  changed.searchParams.set('sslrootcert', certificate(authority));
  return changed.href;
}

const platformWith = (url: string, adminUrl: string) =>
  createPlatform(
    readConfig({
      DATABASE_URL: url,
      DATABASE_ADMIN_URL: adminUrl,
      TEMPORAL_ADDRESS: '127.0.0.1:9',
      SMTP_URL: 'smtp://127.0.0.1:9',
      LOTSE_MAIL_FROM: 'lotse@localhost',
      LOTSE_MASTER_KEY: '07'.repeat(32),
    }),
  );

const refusal = async (url: string, adminUrl: string): Promise<string> => {
  const error: unknown = await platformWith(url, adminUrl).then(
    (platform) => platform.close(),
    (thrown: unknown) => thrown,
  );
  const { name, message } = error as Error;
  return `${name}: ${message}`;
};

describe('a PostgreSQL that is reached by TLS', () => {
  it('is told of when it speaks none', async () => {
    const said = await refusal(byTls(database.url), byTls(database.adminUrl));
    expect(said).toMatch(/^ConfigError: The database server speaks no TLS, [^\n]+$/);
  });

  it('is migrated and used without one connection that is not encrypted', async () => {
    await switchOn();
    const before = front.count();
    const platform = await platformWith(byTls(database.url), byTls(database.adminUrl));
    try {
      expect(await platform.generation()).toBe(1);
      // the lock, the migrations, the pool: everything else would have been cut off
      expect(front.count() - before).toBeGreaterThanOrEqual(3);
    } finally {
      await platform.close();
    }
    const pool = createPool(byTls(database.url), 'import', 1);
    expect((await pool.query<{ one: number }>('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
    await pool.end();
  });

  it('is refused in one line when its certificate is of another authority', async () => {
    const foreign = await refusal(
      byTls(database.url, 'other-ca.pem'),
      byTls(database.adminUrl, 'other-ca.pem'),
    );
    expect(foreign).toMatch(
      /^ConfigError: The certificate of the database server is of an authority that is not trusted here; [^\n]+$/,
    );
    expect(foreign).not.toContain(new URL(database.url).password);
  });
});
