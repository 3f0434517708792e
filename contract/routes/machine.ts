import { retried, systemState } from '../pages/system.js';
import type { RouteTable } from './route.js';

const admins = { roles: ['admin'], scope: 'none' } as const;

/** What runs beneath the journeys, for whoever administers it. */
export const machineRoutes = {
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
