import type { Clock } from '../clock/clock.js';
import type { Sql } from '../database/sql.js';
import { foldVersion } from '../../domain/journey/state.js';
import type { Instant } from '../../domain/time.js';
import { toldNothing } from '../recovery/kept.js';
import { gauge, type Metric } from './prometheus.js';
import { reconciliation } from './reconciliation-metrics.js';

/** Asks the database for figures that belong together. @param now Lotse's */
export type Figures = (sql: Sql, now: Instant) => Promise<Metric[]>;

/** What is asked for at every look: all of it lies in small indexes. */
export const liveFigures: readonly Figures[] = [waiting, overdue, toRefold, notices, feed];

/** What has to be counted through: told as it was up to half a minute, or one look, ago. */
export const countedFigures: readonly Figures[] = [journeys, messages, staffMails, reconciliation];

/** All figures of a list; none where the database does not answer, which the part "database" says. */
export async function askFigures(list: readonly Figures[], sql: Sql, clock: Clock): Promise<Metric[]> {
  const now = await clock.now();
  return (await Promise.all(list.map((figures) => figures(sql, now)))).flat();
}

async function first<Row extends object>(sql: Sql, name: string, text: string, now?: Instant): Promise<Row> {
  const { rows } = await sql.query<Row>({ name, text, values: now === undefined ? [] : [now] });
  const [row] = rows;
  if (!row) throw new Error('The database did not answer with a row');
  return row;
}

/**
 * How far the relay is behind. The age is that of people's acts only: what an import or the watchdog has left waits
 * on purpose, and is as old as its journey.
 */
async function waiting(sql: Sql, now: Instant): Promise<Metric[]> {
  const row = await first<{ people: number; bulk: number; recovering: number; seconds: number }>(
    sql,
    'figures-waiting',
    `SELECT count(*) FILTER (WHERE NOT bulk)::int AS people, count(*) FILTER (WHERE bulk)::int AS bulk,
            count(*) FILTER (WHERE armed_version = ${toldNothing})::int AS recovering,
            greatest(0, coalesce(extract(epoch FROM $1::timestamptz
              - min(recorded_at) FILTER (WHERE NOT bulk)), 0))::float8 AS seconds
       FROM rm.journey WHERE armed_version < stream_version`,
    now,
  );
  return [
    gauge('lotse_journeys_waiting', 'Journeys whose workflow has not heard the newest.', [
      ['by="people"', row.people],
      ['by="bulk"', row.bulk],
    ]),
    gauge(
      'lotse_journeys_recovering',
      'Journeys whose workflow has heard nothing since a recovery.',
      row.recovering,
    ),
    gauge('lotse_relay_lag_seconds', 'For how long the oldest of people’s acts waits for that.', row.seconds),
  ];
}

async function overdue(sql: Sql, now: Instant): Promise<Metric[]> {
  const row = await first<{ count: number; seconds: number }>(
    sql,
    'figures-overdue',
    `SELECT count(*) FILTER (WHERE next_due < $1::timestamptz - interval '5 minutes')::int AS count,
            coalesce(extract(epoch FROM $1::timestamptz - min(next_due)), 0)::float8 AS seconds
       FROM rm.journey WHERE next_due < $1::timestamptz`,
    now,
  );
  return [
    gauge('lotse_journeys_overdue', 'Journeys with something due for five minutes.', row.count),
    gauge('lotse_due_oldest_seconds', 'For how long the oldest thing that is due is not done.', row.seconds),
  ];
}

async function notices(sql: Sql, now: Instant): Promise<Metric[]> {
  const row = await first<{ urgent: number; usual: number; seconds: number }>(
    sql,
    'figures-notices',
    `SELECT count(*) FILTER (WHERE urgent)::int AS urgent, count(*) FILTER (WHERE NOT urgent)::int AS usual,
            greatest(0, coalesce(extract(epoch FROM $1::timestamptz - min(queued_at)), 0))::float8 AS seconds
       FROM rm.staff_notice WHERE settled_at IS NULL`,
    now,
  );
  return [
    gauge('lotse_notices_waiting', 'What staff are yet to be told.', [
      ['urgent="true"', row.urgent],
      ['urgent="false"', row.usual],
    ]),
    gauge('lotse_notices_oldest_seconds', 'For how long the oldest of that waits.', row.seconds),
  ];
}

/** What a transaction that stays open withholds from whoever follows the log, whichever database it writes to. */
async function feed(sql: Sql, now: Instant): Promise<Metric[]> {
  const row = await first<{ seconds: number }>(
    sql,
    'figures-feed',
    `SELECT greatest(0, coalesce(extract(epoch FROM $1::timestamptz - min(e.recorded_at)), 0))::float8 AS seconds
       FROM es.event e
      WHERE e.epoch = (SELECT i.epoch FROM es.installation i)
        AND e.xid >= pg_snapshot_xmin(pg_current_snapshot())`,
    now,
  );
  return [
    gauge('lotse_feed_lag_seconds', 'For how long the oldest event is withheld from the feed.', row.seconds),
  ];
}

async function journeys(sql: Sql): Promise<Metric[]> {
  const row = await first<{ open: number; all: number }>(
    sql,
    'figures-journeys',
    `SELECT (SELECT count(*) FROM rm.journey WHERE open)::int AS open,
            (SELECT count(*) FROM rm.journey)::int AS "all"`,
  );
  return [
    gauge('lotse_journeys', 'Journeys.', [
      ['open="true"', row.open],
      ['open="false"', row.all - row.open],
    ]),
  ];
}

async function toRefold(sql: Sql): Promise<Metric[]> {
  const { rows } = await sql.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM rm.journey WHERE fold_version < $1',
    [foldVersion],
  );
  return [gauge('lotse_journeys_to_refold', 'Journeys that an older fold wrote.', rows[0]?.count ?? 0)];
}

const byState = async (sql: Sql, table: 'rm.message' | 'rm.staff_mail'): Promise<Metric['values']> => {
  const { rows } = await sql.query<{ state: string; count: number }>(
    `SELECT state, count(*)::int AS count FROM ${table} GROUP BY state ORDER BY state`,
  );
  return rows.map(({ state, count }) => [`state="${state}"`, count] as const);
};

async function messages(sql: Sql): Promise<Metric[]> {
  return [
    gauge(
      'lotse_messages',
      'Messages to participants and staff, by state.',
      await byState(sql, 'rm.message'),
    ),
  ];
}

async function staffMails(sql: Sql): Promise<Metric[]> {
  const values = await byState(sql, 'rm.staff_mail');
  return [gauge('lotse_staff_mail_notices', 'What staff were told by mail, by the mail’s state.', values)];
}
