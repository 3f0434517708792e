import type { Instant } from '../../domain/time.js';
import type { Sql } from '../database/sql.js';
import { toldNothing } from './kept.js';

/** How far a recovery is. */
export interface RecoveryProgress {
  /** Journeys of which no workflow has heard yet. */
  left: number;
  /** When the generation was raised last; `null` where it never was. */
  since: Instant | null;
  /** Whether a worker is alive. */
  worker: boolean;
  /** Whether what was last told to Temporal got there. */
  relay: boolean;
}

/** Reads it from the database alone. Heartbeats as the health page judges them. */
export async function recoveryProgress(sql: Sql): Promise<RecoveryProgress> {
  const { rows } = await sql.query<RecoveryProgress>(
    `WITH alive AS (SELECT part FROM rm.heartbeat WHERE at > now() - interval '20 seconds')
     SELECT (SELECT count(*)::int FROM rm.journey
              WHERE armed_version < stream_version AND armed_version = ${toldNothing}) AS "left",
            (SELECT raised_at FROM es.installation) AS since,
            EXISTS (SELECT FROM alive WHERE part = 'worker') AS worker,
            EXISTS (SELECT FROM alive WHERE part = 'relay') AS relay`,
  );
  const [progress] = rows;
  if (!progress) throw new Error('The database did not answer with a row');
  return progress;
}
