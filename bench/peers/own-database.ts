import pg from 'pg';
import type { RunningPostgres } from '../../src/embedded/postgres/start-postgres.js';

/** Makes an empty database on the server; gives its URL. */
export async function ownDatabase({ adminUrl }: RunningPostgres, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
  return Object.assign(new URL(adminUrl), { pathname: `/${name}` }).href;
}
