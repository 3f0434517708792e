import { z } from 'zod';
import type { RouteTable } from './route.js';

const part = z.enum(['up', 'down']);

/** What is not as it should be though every part is up, by its code; in plain words in docs/operating.md. */
export const noticeCodes = [
  'refolding',
  'reading_names',
  'recovering',
  'disk_low',
  'disk_full',
  'clock_differs',
  'differences',
  'reconciliation_overdue',
] as const;

/** `count`: how many journeys, differences or whatever the code speaks of; `since`: when it began. */
const notice = z.strictObject({
  code: z.enum(noticeCodes),
  count: z.number().int().optional(),
  since: z.string().optional(),
});
export type Notice = z.infer<typeof notice>;

/** Whether Lotse and what it needs are there. */
export const health = z.strictObject({
  status: z.enum(['ok', 'degraded']),
  parts: z.strictObject({ database: part, temporal: part, worker: part, relay: part, mail: part }),
  notices: z.array(notice),
});
export type Health = z.infer<typeof health>;

/** Outside of the API's base: for whoever watches over the processes. */
export const healthRoutes = {
  showLive: {
    method: 'GET',
    path: '/health/live',
    summary: 'Whether the API answers',
    permission: 'public',
    answer: z.strictObject({ status: z.literal('ok') }),
    status: 200,
  },
  showReady: {
    method: 'GET',
    path: '/health/ready',
    summary: 'Whether the API can serve (503 without the database), and which parts are up',
    permission: 'public',
    answer: health,
    status: 200,
  },
  showMetrics: {
    method: 'GET',
    path: '/metrics',
    summary:
      'Figures in the text format of Prometheus, on this machine or with the token of LOTSE_METRICS_TOKEN',
    permission: 'public',
    answer: z.string(),
    answerType: 'text/plain',
    status: 200,
  },
} satisfies RouteTable;
