import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { migrate } from '../../src/database/migrate.js';
import { roleName } from '../../src/database/roles.js';

/** A server, for a login that owns nothing and for the superuser. */
export interface ServerUrls {
  url: string;
  adminUrl: string;
}

/** A database of a suite's own, on the one server of this run, brought to this version's schema. */
export interface TestDatabase {
  /** For a login that owns nothing. */
  url: string;
  /** For the superuser. */
  adminUrl: string;
  /** Removes it with its roles; connections that are still open are ended. */
  drop(): Promise<void>;
}

/**
 * Makes a fresh database. Not by copying a template: the grants in it would name the template's roles.
 * @param options.migrated `false` leaves it empty, for tests of the migrations themselves
 * @param options.server another server than the one of this run
 */
export async function testDatabase(
  options: { migrated?: boolean; server?: ServerUrls } = {},
): Promise<TestDatabase> {
  const server = options.server ?? (await serverUrls());
  const name = `lotse_${randomBytes(6).toString('hex')}`;
  const url = withDatabase(server.url, name);
  const adminUrl = withDatabase(server.adminUrl, name);
  await asAdmin(server.adminUrl, `CREATE DATABASE ${name}`);
  if (options.migrated !== false) await migrate({ url, adminUrl });
  const drop = async () => {
    await asAdmin(server.adminUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    const roles = [roleName(url, 'import'), roleName(url, 'app')];
    for (const role of roles) await asAdmin(server.adminUrl, `DROP ROLE IF EXISTS ${role}`);
  };
  return { url, adminUrl, drop };
}

/** The URLs of the one server of this run: for a login that owns nothing, and for the superuser. */
export async function serverUrls(): Promise<ServerUrls> {
  const answer = await fetch(process.env['LOTSE_TEST_POSTGRES'] ?? '');
  if (!answer.ok) throw new Error(await answer.text());
  return (await answer.json()) as ServerUrls;
}

/** Runs one statement on a connection of its own. */
export async function asAdmin(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined); // the query that meets it says so
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
