import type pg from 'pg';
import type { Sql } from '../../database/sql.js';
import type { Head } from './healing.js';

/** Does some work in a transaction of its own; whatever it throws takes everything back. */
export async function inTransaction<Result>(
  pool: pg.Pool,
  mode: '' | 'ISOLATION LEVEL REPEATABLE READ READ ONLY',
  work: (sql: Sql) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  let isWhole = false;
  try {
    await client.query(`BEGIN ${mode}`);
    const result = await work(client);
    await client.query('COMMIT');
    isWhole = true;
    return result;
  } finally {
    if (!isWhole) await client.query('ROLLBACK').catch(() => undefined);
    client.release(!isWhole);
  }
}

/**
 * Takes the locks under which these streams are appended to, in the order of their ids, until the transaction ends:
 * what is read after it stays so. Gives the streams' heads as they are then.
 */
export async function lockStreams(sql: Sql, ids: readonly string[]): Promise<Head[]> {
  const { rows } = await sql.query<Head>({
    name: 'lock-streams',
    text: 'SELECT l.stream_id AS id, l.version FROM es.lock_streams($1) l',
    values: [ids],
  });
  return rows;
}

const deadlock = '40P01'; // SQLSTATEs
const uniqueViolation = '23505';

/** Two transactions waited for each other, and the database ended this one. */
export const isDeadlock = (error: unknown): boolean => (error as { code?: string }).code === deadlock;

/** Another row holds what may be there once. */
export const isInTheWay = (error: unknown): boolean => (error as { code?: string }).code === uniqueViolation;
