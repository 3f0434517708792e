import type pg from 'pg';
import { hasToBeKept, toldNothing } from './kept.js';

/** What a recovery has begun. */
export interface Begun {
  /** The one that is valid from now on. */
  generation: number;
  /** Journeys whose workflows are started again, or are told that they belong to this generation. */
  journeys: number;
  /** Imports under way, which begin again; what was carried out has no second effect. */
  imports: number;
}

/** Longer than any command takes; who waits for somebody stuck would make everybody wait behind it. */
const longestWaitMs = 10_000;
const lockNotAvailable = '55P03'; // SQLSTATE

/** A session that somebody left open, or a migration, keeps everybody else from the journeys. */
export class JourneysHeld extends Error {
  override readonly name = 'JourneysHeld';
}

/**
 * Makes Temporal's state worthless, in one transaction: a new generation, and the relay has to tell every journey
 * anew. Nobody writes to a journey meanwhile, so that none is opened and armed under the old generation in between.
 * @throws JourneysHeld when somebody else holds the journeys for longer than `waitMs`, ten seconds; nothing has changed then
 */
export async function startAgain(pool: pg.Pool, waitMs = longestWaitMs): Promise<Begun> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query(`SET LOCAL lock_timeout = ${waitMs}`);
    await client.query('LOCK TABLE rm.journey IN SHARE ROW EXCLUSIVE MODE');
    const begun = await raise(client);
    await client.query('COMMIT');
    return begun;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined); // a connection that broke has rolled back by itself
    throw (error as { code?: string }).code === lockNotAvailable ? new JourneysHeld() : error;
  } finally {
    client.release();
  }
}

async function raise(client: pg.PoolClient): Promise<Begun> {
  const { rows } = await client.query<{ generation: number }>('SELECT es.raise_generation() AS generation');
  const journeys = await client.query(
    // What people wait for stays before the rest. The lease ends: what a relay is telling now does not count.
    `UPDATE rm.journey SET armed_version = ${toldNothing}, armed_for = NULL, leased_until = '-infinity',
            bulk = bulk OR armed_version = stream_version
      WHERE ${hasToBeKept}`,
  );
  const imports = await client.query(`UPDATE imports.import SET state = 'queued' WHERE state = 'running'`);
  await client.query(`UPDATE bulk.batch SET state = 'queued' WHERE state = 'running'`);
  return {
    generation: rows[0]?.generation ?? 0,
    journeys: journeys.rowCount ?? 0,
    imports: imports.rowCount ?? 0,
  };
}
