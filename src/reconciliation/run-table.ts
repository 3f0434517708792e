import type { Day, Instant } from '../../domain/time.js';
import type { Sql } from '../database/sql.js';
import type { Finding } from './finding.js';
import type { Seen } from './look.js';

/** How Temporal was asked: some workflows, all of them, or it was away. */
export type TemporalAsked = 'sample' | 'complete' | 'away';

/** A night's run as its worker goes on with it. */
export interface Run {
  night: Day;
  owner: string;
  /** The last stream that was looked at; `null` before the first. */
  cursor: string | null;
}

/**
 * Takes a night's run: one that nobody has begun, or whose worker has not been heard of for two minutes. Gives
 * `undefined` where another worker is at it, or it is done.
 * @param owner names the worker
 */
export async function claimRun(sql: Sql, night: Day, owner: string): Promise<Run | undefined> {
  const { rows } = await sql.query<{ cursor: string | null }>(
    `INSERT INTO checks.run AS r (night, owner) VALUES ($1, $2)
     ON CONFLICT (night) DO UPDATE SET owner = excluded.owner, alive_at = now()
      WHERE r.finished_at IS NULL AND (r.owner = excluded.owner OR r.alive_at < now() - interval '2 minutes')
     RETURNING r.cursor`,
    [night, owner],
  );
  return rows[0] && { night, owner, cursor: rows[0].cursor };
}

/** Says that the run's worker lives. @returns `false` where another worker has taken it over */
export async function keepRun(sql: Sql, { night, owner }: Run): Promise<boolean> {
  const { rows } = await sql.query(
    `UPDATE checks.run SET alive_at = now() WHERE night = $1 AND owner = $2 AND finished_at IS NULL RETURNING 1`,
    [night, owner],
  );
  return rows.length > 0;
}

/** Notes how far a run has come and what was seen. @returns `false` where another worker has taken it over */
export async function advanceRun(sql: Sql, { night, owner }: Run, seen: Seen): Promise<boolean> {
  const { rows } = await sql.query(
    `UPDATE checks.run SET alive_at = now(), cursor = $3, streams = streams + $4, events = events + $5,
                           suspects = suspects || $6::jsonb
      WHERE night = $1 AND owner = $2 AND finished_at IS NULL RETURNING 1`,
    [night, owner, seen.cursor, seen.streams, seen.events, JSON.stringify(seen.findings)],
  );
  return rows.length > 0;
}

/** What a run has seen once. */
export async function suspectsOf(sql: Sql, { night }: Run): Promise<Finding[]> {
  const { rows } = await sql.query<{ suspects: Finding[] }>(
    'SELECT suspects FROM checks.run WHERE night = $1',
    [night],
  );
  return rows[0]?.suspects ?? [];
}

/** Gives a run back that can't be finished now: the next worker need not wait. */
export async function releaseRun(sql: Sql, { night, owner }: Run): Promise<void> {
  await sql.query(
    `UPDATE checks.run SET alive_at = '-infinity' WHERE night = $1 AND owner = $2 AND finished_at IS NULL`,
    [night, owner],
  );
}

/** A run is done; runs of more than 30 days ago are forgotten. */
export async function finishRun(sql: Sql, { night, owner }: Run, temporal: TemporalAsked): Promise<void> {
  await sql.query(
    `UPDATE checks.run SET finished_at = now(), temporal = $3 WHERE night = $1 AND owner = $2`,
    [night, owner, temporal],
  );
  await sql.query(`DELETE FROM checks.run WHERE finished_at < now() - interval '30 days'`);
}

/** Whether every workflow was asked within the last week: the seventh night asks all. */
export async function wereAllAsked(sql: Sql): Promise<boolean> {
  const { rows } = await sql.query<{ asked: boolean }>(
    `SELECT EXISTS (SELECT FROM checks.run
                     WHERE temporal = 'complete' AND finished_at > now() - interval '6 days 12 hours') AS asked`,
  );
  return rows[0]?.asked === true;
}

/** When the last run was done, and how long it took; `null` before the first one is done. */
export interface LastRun {
  finishedAt: Instant | null;
  seconds: number | null;
  streams: number | null;
  events: number | null;
  temporal: TemporalAsked | null;
  /** Longer ago than a night and half a day, though the installation is older than that. */
  isOverdue: boolean;
}

export async function lastRun(sql: Sql): Promise<LastRun> {
  const { rows } = await sql.query<LastRun>(
    `SELECT r.finished_at AS "finishedAt", extract(epoch FROM r.finished_at - r.started_at)::float8 AS seconds,
            r.streams, r.events, r.temporal,
            coalesce(r.finished_at, w.since) < now() - interval '36 hours' AS "isOverdue"
       FROM checks.watched w
       LEFT JOIN LATERAL (SELECT * FROM checks.run WHERE finished_at IS NOT NULL
                           ORDER BY finished_at DESC LIMIT 1) r ON true`,
  );
  return rows[0] ?? none;
}

const none: LastRun = {
  finishedAt: null,
  seconds: null,
  streams: null,
  events: null,
  temporal: null,
  isOverdue: false,
};
