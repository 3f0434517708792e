import type { Health } from '../../contract/routes/health.js';
import { countedFamilies, type CountedFamily, type Sample } from './counters.js';
import { gauge, headOf, linesOf, type Metric } from './prometheus.js';
import type { RequestCounts } from './request-counts.js';

/** Everything that is shown. */
export interface Shown {
  health: Health;
  /** What the database was asked for; nothing where it does not answer. */
  figures: readonly Metric[];
  /** What this process and the workers have counted. */
  counted: readonly Sample[];
  requests: RequestCounts;
  /** Connections that follow what changes. */
  streams: number;
}

/** The figures in the text format of Prometheus. */
export function metricsText({ health, figures, counted, requests, streams }: Shown): string {
  const parts = Object.entries(health.parts);
  const counts = [...requests.all];
  const metrics: Metric[] = [
    gauge(
      'lotse_part_up',
      'Whether a part answers.',
      parts.map(([part, state]) => [`part="${part}"`, state === 'up' ? 1 : 0]),
    ),
    ...figures,
    {
      name: 'lotse_http_requests_total',
      type: 'counter',
      help: 'Requests that were answered.',
      values: counts.map(([labels, { requests: count }]) => [labels, count]),
    },
    {
      name: 'lotse_http_request_seconds_total',
      type: 'counter',
      help: 'How long they took.',
      values: counts.map(([labels, { ms }]) => [labels, ms / 1000]),
    },
    gauge('lotse_change_streams', 'Connections that follow what changes.', streams),
    gauge('lotse_api_memory_bytes', 'What this process holds.', process.memoryUsage.rss()),
  ];
  return [...metrics.flatMap(linesOf), ...countedLines(counted), ''].join('\n');
}

function countedLines(samples: readonly Sample[]): string[] {
  return Object.entries(countedFamilies).flatMap(([name, { type, help }]) => {
    const own = samples.filter(({ family }) => family === (name as CountedFamily));
    return own.length === 0
      ? []
      : [...headOf(name, type, help), ...own.map(({ line, value }) => `${line} ${value}`)];
  });
}
