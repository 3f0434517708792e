import { z } from 'zod';
import { changedView, newView, view } from '../pages/views.js';
import { page, paging } from './fields.js';
import type { RouteTable } from './route.js';

const staff = { roles: ['coach', 'coordinator'], scope: 'list' } as const;

/** Views of the list of journeys: what comes with Lotse, one's own, and what others share. */
export const viewRoutes = {
  listViews: {
    method: 'GET',
    path: '/api/v1/views',
    summary: 'Views of the list of journeys, each with how many the caller sees in it',
    permission: staff,
    query: z.strictObject(paging),
    answer: page(view),
    status: 200,
    examples: { query: { limit: '200' } },
  },
  keepView: {
    method: 'POST',
    path: '/api/v1/views',
    summary: 'Keep a view',
    permission: staff,
    body: newView,
    answer: view,
    status: 201,
    bodyLimit: 16 * 1024,
    examples: {
      body: {
        name: 'Papier endet in 8 Wochen',
        sharedWith: 'coordination',
        filters: { paperWeeks: '8', renewalAsked: 'false' },
        columns: ['phase', 'paper', 'coach'],
        sort: 'paper',
      },
    },
  },
  changeView: {
    method: 'PATCH',
    path: '/api/v1/views/:id',
    summary: 'Change a view of one’s own; what is not named stays',
    permission: staff,
    body: changedView,
    answer: view,
    status: 200,
    bodyLimit: 16 * 1024,
    examples: { body: { sharedWith: 'all' } },
  },
  forgetView: {
    method: 'DELETE',
    path: '/api/v1/views/:id',
    summary: 'Forget a view of one’s own',
    permission: staff,
    status: 204,
  },
} satisfies RouteTable;
