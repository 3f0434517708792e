import { z } from 'zod';
import { bulkAct, bulkAnswer, bulkOffer } from '../pages/bulk.js';
import { page, paging } from './fields.js';
import { journeyRoutes } from './journeys.js';
import { recordRoutes } from './records.js';
import type { RouteTable } from './route.js';

const staff = { roles: ['coach', 'coordinator'], scope: 'list' } as const;
const exampleId = '0197a3c4-5d1e-7c3a-9b52-0c5d0f6f2b11';

/** The act on one journey that each command is: whoever may do that may do it to many. */
export const routeOfBulk = {
  assign_coach: journeyRoutes.assignCoach,
  propose_module: recordRoutes.proposeModule,
  record_contact: recordRoutes.recordContact,
} as const;

/** Acts on many journeys at once. */
export const bulkRoutes = {
  listBulkActs: {
    method: 'GET',
    path: '/api/v1/bulk-acts',
    summary: 'What the caller may do in many journeys at once, with the fields that are left to fill in',
    permission: staff,
    query: z.strictObject(paging),
    answer: page(bulkOffer),
    status: 200,
    examples: { query: { limit: '20' } },
  },
  startBulkAct: {
    method: 'POST',
    path: '/api/v1/bulk',
    summary: 'Act on many journeys at once, or say what would become of each',
    permission: { ...staff, bodyDecides: 'bulk' },
    body: bulkAct,
    answer: z.strictObject({ id: z.uuid() }),
    status: 202,
    examples: {
      body: {
        command: 'record_contact',
        ids: [exampleId],
        body: { on: '2026-11-23', channel: 'sms', direction: 'out', reached: false },
        dryRun: true,
      },
    },
  },
  showBulkAct: {
    method: 'GET',
    path: '/api/v1/bulk/:id',
    summary: 'How far an act on many journeys has come, and what became of each',
    permission: staff,
    answer: bulkAnswer,
    status: 200,
  },
  undoBulkAct: {
    method: 'POST',
    path: '/api/v1/bulk/:id/undo',
    summary: 'Take an act on many journeys back, for fifteen minutes; what was changed since stays',
    permission: staff,
    answer: z.strictObject({ id: z.uuid() }),
    status: 202,
  },
} satisfies RouteTable;
