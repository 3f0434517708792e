import { z } from 'zod';
import { change } from '../changes.js';
import type { RouteTable } from './route.js';

/** What goes on, as it happens. */
export const changeRoutes = {
  followChanges: {
    method: 'GET',
    path: '/api/v1/changes',
    summary:
      'Follow what changes (server-sent events `change`, each with the data below): open it first, then read',
    permission: { roles: ['coach', 'coordinator'], scope: 'list' },
    headers: z.object({
      /** The id of the last event that came: everything since then is told. Browsers send it by themselves. */
      'last-event-id': z.string().min(1).max(200).optional(),
    }),
    answer: change,
    answerType: 'text/event-stream',
    status: 200,
    examples: {
      answer: {
        kind: 'journey',
        id: '0197a3c4-5d1e-7c3a-9b52-0c5d0f6f2b11',
        version: 7,
        changed: ['milestones', 'deadlines', 'messages'],
      },
    },
  },
} satisfies RouteTable;
