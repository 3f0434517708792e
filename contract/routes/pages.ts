import { acts } from '../pages/act.js';
import type { RouteTable } from './route.js';

const staff = ['coach', 'coordinator'] as const;

/** What the web pages are told beside the journeys themselves; the acts that they offer are made by the server alone. */
export const pageRoutes = {
  listActs: {
    method: 'GET',
    path: '/api/v1/journeys/:id/acts',
    summary: 'What the caller may record in a journey now, the likely first, and what can’t be recorded yet',
    permission: { roles: staff, scope: 'journey' },
    answer: acts,
    status: 200,
  },
} satisfies RouteTable;
