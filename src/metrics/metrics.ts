import type { Health } from '../../contract/routes/health.js';
import type { Clock } from '../clock/clock.js';
import type { Sql } from '../database/sql.js';
import { toldNothing } from '../recovery/kept.js';
import type { RequestCounts } from './request-counts.js';

/** Journeys as operators watch them: how many, and whether the clock keeps up. */
export interface JourneyFigures {
  open: number;
  closed: number;
  /** Their workflow has not heard the newest yet. */
  waiting: number;
  /** Something is due for more than five minutes. */
  overdue: number;
  /** Their workflow has heard nothing since a recovery. */
  recovering: number;
}

/** Counts journeys; `undefined` where the database does not answer. */
export async function journeyFigures(sql: Sql, clock: Clock): Promise<JourneyFigures | undefined> {
  try {
    const { rows } = await sql.query<JourneyFigures>({
      name: 'journey-figures',
      text: `SELECT count(*) FILTER (WHERE open)::int AS open, count(*) FILTER (WHERE NOT open)::int AS closed,
                    count(*) FILTER (WHERE armed_version < stream_version)::int AS waiting,
                    count(*) FILTER (WHERE next_due < $1::timestamptz - interval '5 minutes')::int AS overdue,
                    count(*) FILTER (WHERE armed_version = ${toldNothing})::int AS recovering
               FROM rm.journey`,
      values: [await clock.now()],
    });
    return rows[0];
  } catch {
    return undefined; // the part "database" says so
  }
}

/** The figures in the text format of Prometheus. */
export function metricsText(
  { parts }: Health,
  figures: JourneyFigures | undefined,
  requests: RequestCounts,
  streams: number,
): string {
  const counts = [...requests.all];
  return [
    ...metric(
      'lotse_part_up',
      'gauge',
      'Whether a part answers.',
      Object.entries(parts).map(([part, state]) => [`part="${part}"`, state === 'up' ? 1 : 0]),
    ),
    ...(figures ? journeyMetrics(figures) : []),
    ...metric(
      'lotse_http_requests_total',
      'counter',
      'Requests that were answered.',
      counts.map(([labels, { requests: count }]) => [labels, count]),
    ),
    ...metric(
      'lotse_http_request_seconds_total',
      'counter',
      'How long they took.',
      counts.map(([labels, { ms }]) => [labels, ms / 1000]),
    ),
    ...metric('lotse_change_streams', 'gauge', 'Connections that follow what changes.', [['', streams]]),
    ...metric('lotse_api_memory_bytes', 'gauge', 'What this process holds.', [
      ['', process.memoryUsage.rss()],
    ]),
    '',
  ].join('\n');
}

const journeyMetrics = ({ open, closed, waiting, overdue, recovering }: JourneyFigures): string[] => [
  ...metric('lotse_journeys', 'gauge', 'Journeys.', [
    ['open="true"', open],
    ['open="false"', closed],
  ]),
  ...metric('lotse_journeys_waiting', 'gauge', 'Journeys whose workflow has not heard the newest.', [
    ['', waiting],
  ]),
  ...metric('lotse_journeys_overdue', 'gauge', 'Journeys with something due for five minutes.', [
    ['', overdue],
  ]),
  ...metric('lotse_journeys_recovering', 'gauge', 'Journeys to be started again after a recovery.', [
    ['', recovering],
  ]),
];

function metric(
  name: string,
  type: 'gauge' | 'counter',
  help: string,
  values: readonly (readonly [labels: string, value: number])[],
): string[] {
  const lines = values.map(([labels, value]) => `${name}${labels === '' ? '' : `{${labels}}`} ${value}`);
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...lines];
}
