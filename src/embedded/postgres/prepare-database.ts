import pg from 'pg';
import type { Passwords } from './passwords.js';

/**
 * Makes the database `lotse` and the login `lotse`, which owns nothing: what it may do is granted by the
 * migrations. Doing it again changes nothing.
 * @param adminUrl the superuser's URL of the database `postgres`
 */
export async function prepareDatabase(adminUrl: string, passwords: Passwords): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  client.on('error', () => undefined); // the query that meets it says so
  await client.connect();
  try {
    const { rowCount: users } = await client.query(`SELECT FROM pg_roles WHERE rolname = 'lotse'`);
    if (!users)
      await client.query(`CREATE ROLE lotse LOGIN PASSWORD ${client.escapeLiteral(passwords.lotse)}`);
    const { rowCount: databases } = await client.query(`SELECT FROM pg_database WHERE datname = 'lotse'`);
    if (!databases) await client.query('CREATE DATABASE lotse');
    await client.query('REVOKE ALL ON DATABASE lotse FROM PUBLIC');
    await client.query('GRANT CONNECT ON DATABASE lotse TO lotse');
  } finally {
    await client.end();
  }
}

/** Whether the server answers; a refused connection only says: not yet. */
export async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1000 });
  client.on('error', () => undefined); // refused or cut off: not yet
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
