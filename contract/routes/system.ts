import { z } from 'zod';
import { retried, systemState } from '../pages/system.js';
import type { RouteTable } from './route.js';

const admins = { roles: ['admin'], scope: 'none' } as const;

/** What describes the installation rather than a journey. */
export const systemRoutes = {
  showOpenApi: {
    method: 'GET',
    path: '/api/openapi.json',
    summary: 'This description (OpenAPI 3.1)',
    permission: 'public',
    answer: z.looseObject({ openapi: z.string() }),
    status: 200,
  },
  showDocs: {
    method: 'GET',
    path: '/api/docs',
    summary: 'The same as a page to read',
    permission: 'public',
    answer: z.string(),
    answerType: 'text/html',
    status: 200,
  },
  showSystem: {
    method: 'GET',
    path: '/api/v1/system',
    summary: 'The state of the machine: versions, what waits, what the nightly check found',
    permission: admins,
    answer: systemState,
    status: 200,
  },
  retryFailing: {
    method: 'POST',
    path: '/api/v1/system/retry',
    summary: 'Try the acts of journeys again that have failed again and again, up to 200 at once',
    permission: admins,
    answer: retried,
    status: 200,
  },
} satisfies RouteTable;
