import { z } from 'zod';
import { newExport } from '../pages/exports.js';
import type { RouteTable } from './route.js';

/** Lists that leave Lotse as a file. */
export const exportRoutes = {
  exportJourneys: {
    method: 'POST',
    path: '/api/v1/exports',
    summary:
      'The list of journeys as CSV, without papers, contact data and notes; who made it, when, for what and by which filters is recorded',
    permission: { roles: ['coach', 'coordinator'], scope: 'list' },
    body: newExport,
    answer: z.string(),
    answerType: 'text/csv',
    status: 200,
    bodyLimit: 16 * 1024,
    examples: {
      body: {
        purpose: 'case_conference',
        filter: { open: 'true', phase: 'assessed', commune: 'eschweiler' },
        sort: 'name',
        columns: ['phase', 'due', 'coach'],
      },
    },
  },
} satisfies RouteTable;
