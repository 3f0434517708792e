import type { Sql } from '../database/sql.js';
import type { MasterSecrets } from '../event-store/seal/master-secrets.js';

const maxFailures = 10;
const windowInterval = `interval '15 minutes'`;

/** An attempt that was let in: under which key, and when by the database's clock. */
export interface Attempt {
  key: Buffer;
  at: string;
}

/** So many rows that have expired are removed by an attempt: more than one adds. */
const removedAtOnce = 100;

const removeExpired = `
  DELETE FROM access.attempt WHERE key IN (
    SELECT key FROM access.attempt WHERE expires_at < now() LIMIT ${removedAtOnce} FOR UPDATE SKIP LOCKED)`;

/** One row per key, whose lock lets one attempt count after the other, at whichever process; no row where it is full. */
const beginOne = `
  INSERT INTO access.attempt AS a (key, failed_at, expires_at)
  SELECT $1, ARRAY[at], at + ${windowInterval} FROM clock_timestamp() AS at
  ON CONFLICT (key) DO UPDATE
    SET failed_at = (SELECT array_agg(old) FROM unnest(a.failed_at) AS old
                      WHERE old > excluded.failed_at[1] - ${windowInterval}) || excluded.failed_at,
        expires_at = excluded.expires_at
    WHERE (SELECT count(*) FROM unnest(a.failed_at) AS old
            WHERE old > excluded.failed_at[1] - ${windowInterval}) < ${maxFailures}
  RETURNING a.failed_at[cardinality(a.failed_at)]::text AS at`;

/** Until the first of those that count is forgotten. */
const secondsToWait = `
  SELECT ceil(extract(epoch FROM min(old) + ${windowInterval} - clock_timestamp()))::int AS seconds
    FROM access.attempt a, unnest(a.failed_at) AS old
   WHERE a.key = $1 AND old > clock_timestamp() - ${windowInterval}`;

/**
 * Counts failed attempts at signing in: ten within a quarter of an hour, then one waits. Counted in the database, so that
 * several processes are no more tries and a restart forgets none. An attempt counts from its beginning, so that a hundred
 * at once are not one.
 */
export class AttemptLimit {
  constructor(
    private readonly sql: Sql,
    private readonly secrets: Pick<MasterSecrets, 'hmac'>,
  ) {}

  /**
   * Begins an attempt.
   * @param whose the account's or the caller's address; kept as an HMAC
   * @returns the attempt, or the seconds until the next one is let in
   */
  async begin(whose: string): Promise<Attempt | { waitSeconds: number }> {
    const key = this.secrets.hmac('attempt', whose);
    await this.sql.query(removeExpired);
    const { rows } = await this.sql.query<{ at: string }>(beginOne, [key]);
    const [begun] = rows;
    if (begun) return { key, at: begun.at };
    const { rows: waiting } = await this.sql.query<{ seconds: number | null }>(secondsToWait, [key]);
    return { waitSeconds: Math.max(1, waiting[0]?.seconds ?? 1) };
  }

  /** Takes back an attempt that did not fail. */
  async takeBack({ key, at }: Attempt): Promise<void> {
    await this.sql.query(
      'UPDATE access.attempt SET failed_at = array_remove(failed_at, $2::timestamptz) WHERE key = $1',
      [key, at],
    );
  }
}
