import type { Standing } from '../../domain/journey/standing.js';
import type { Instant } from '../../domain/time.js';
import type { News } from '../../workflows/messages.js';
import type { Sql } from '../database/sql.js';

/** A journey of which its workflow has to hear. */
export interface Dirty {
  id: string;
  version: number;
  news: News;
  standing: Standing;
  /** Names this taking: whoever has it no more writes nothing back. */
  lease: string;
}

/** How long a relay has for a batch before another one may take the rows. */
const leaseSeconds = 30;

/**
 * Takes rows whose workflow does not know the newest version, people's before bulk, the earliest due first. The
 * lease stands in the row and the transaction is over at once: a lock held while Temporal answers would hold back
 * the gated feed.
 */
export async function takeDirty(sql: Sql, limit: number): Promise<Dirty[]> {
  const { rows } = await sql.query<Dirty>({
    name: 'take-dirty',
    text: `
      UPDATE rm.journey j SET leased_until = now() + make_interval(secs => $2)
        FROM (SELECT id FROM rm.journey
               WHERE armed_version < stream_version AND leased_until < now()
               ORDER BY bulk, next_due LIMIT $1 FOR UPDATE SKIP LOCKED) taken
       WHERE j.id = taken.id
      RETURNING j.id, j.stream_version AS version, j.news, j.standing, j.leased_until::text AS lease`,
    values: [limit, leaseSeconds],
  });
  return rows;
}

/** How many journeys wait because of what people did since an instant of Lotse's. */
export async function peopleWaitingSince(sql: Sql, since: Instant): Promise<number> {
  const { rows } = await sql.query<{ waiting: number }>({
    name: 'people-waiting-since',
    text: `SELECT count(*)::int AS waiting FROM rm.journey
            WHERE armed_version < stream_version AND NOT bulk AND recorded_at > $1`,
    values: [since],
  });
  return rows[0]?.waiting ?? 0;
}

/**
 * Writes back what the workflows know now; a newer version that came meanwhile stays dirty, and so does a row whose
 * lease a recovery has ended: what was told may be gone, or was told under an older generation.
 */
export async function markArmed(
  sql: Sql,
  armed: { id: string; version: number; lease: string; armedFor: Instant | null }[],
): Promise<void> {
  await sql.query({
    name: 'mark-armed',
    text: `
      UPDATE rm.journey j SET armed_version = a.version, armed_for = a.armed_for, leased_until = now()
        FROM jsonb_to_recordset($1) AS a(id uuid, version bigint, lease timestamptz, armed_for timestamptz)
       WHERE j.id = a.id AND j.armed_version < a.version AND j.leased_until = a.lease`,
    values: [JSON.stringify(armed.map(({ armedFor, ...row }) => ({ ...row, armed_for: armedFor })))],
  });
}

/** Gives rows back that could not be told. */
export async function release(sql: Sql, ids: readonly string[]): Promise<void> {
  await sql.query('UPDATE rm.journey SET leased_until = now() WHERE id = ANY($1)', [ids]);
}

/** Makes rows dirty whose workflow is not what they say: the relay tells it, or starts one that is not there. */
export async function tellAgain(sql: Sql, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await sql.query(
    `UPDATE rm.journey SET armed_version = stream_version - 1, bulk = true
      WHERE id = ANY ($1) AND armed_version >= stream_version`,
    [ids],
  );
}

/** An overdue journey is told again at most this often: a worker that is behind must not be buried. */
const repeatAfterMinutes = 10;

/** Nor are more of them told at one look: of a whole morning that is late at once the workflows know. */
const overdueAtOnce = 100;

/**
 * The watchdog: makes rows dirty again whose next due instant has passed without being carried out, the earliest first,
 * or is earlier than what their workflow is armed for. Gives their number.
 * @param now Lotse's instant; `aheadMs` how far it is ahead of Temporal's time
 */
export async function alarm(sql: Sql, now: Instant, aheadMs: number): Promise<number> {
  const { rows } = await sql.query<{ count: number }>(
    `WITH overdue AS (
       SELECT id FROM rm.journey
        WHERE next_due < $1::timestamptz - interval '1 minute' AND armed_version = stream_version
          AND leased_until < now() - make_interval(mins => $3)
        ORDER BY next_due LIMIT $4),
     again AS (
       UPDATE rm.journey SET armed_version = stream_version - 1, bulk = true
        WHERE next_due IS NOT NULL AND armed_version = stream_version
          AND (armed_for IS NULL OR next_due - make_interval(secs => $2::float8 / 1000) < armed_for
               OR id IN (SELECT id FROM overdue))
       RETURNING 1)
     SELECT count(*)::int AS count FROM again`,
    [now, aheadMs, repeatAfterMinutes, overdueAtOnce],
  );
  return rows[0]?.count ?? 0;
}

/** Whether everything that workflows have to know was told. */
export async function isIdle(sql: Sql): Promise<boolean> {
  const { rows } = await sql.query<{ idle: boolean }>(
    'SELECT NOT EXISTS (SELECT FROM rm.journey WHERE armed_version < stream_version) AS idle',
  );
  return rows[0]?.idle ?? false;
}
