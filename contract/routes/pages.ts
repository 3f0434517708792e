import { z } from 'zod';
import { acts } from '../pages/act.js';
import { flowFigures, horizonFigures, pastFigures, stuckFigures, workloadFigures } from '../pages/figures.js';
import { figureFilters } from '../pages/flags.js';
import { placeFilters } from '../pages/lists.js';
import { messageFigureFilters, messageFigures } from '../pages/messages.js';
import { today } from '../pages/today.js';
import { day, id } from './fields.js';
import type { RouteTable } from './route.js';

const staff = ['coach', 'coordinator'] as const;
const ofRegion = { roles: ['coordinator'], scope: 'list' } as const;

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
  showToday: {
    method: 'GET',
    path: '/api/v1/today',
    summary: 'What the caller has to do: flags, tasks and deadlines, each with the acts that solve it',
    permission: { roles: staff, scope: 'list' },
    /** `for`: one journey that the caller sees in full, whoever is to see to it. */
    query: z.strictObject({ for: id.optional() }),
    answer: today,
    status: 200,
    examples: { query: { for: '0197a3c4-5d1e-7c3a-9b52-0c5d0f6f2b11' } },
  },
  countStuck: {
    method: 'GET',
    path: '/api/v1/figures/stuck',
    summary:
      'How many flags there are, by reason, commune or coach; each number with the list that it counts',
    permission: { roles: staff, scope: 'list' },
    query: z.strictObject({ by: z.enum(['rule', 'commune', 'coach']).default('rule'), ...figureFilters }),
    answer: stuckFigures,
    status: 200,
    examples: { query: { by: 'commune', snoozed: 'false' } },
  },
  countHorizon: {
    method: 'GET',
    path: '/api/v1/figures/horizon',
    summary:
      'How many deadlines the next sixteen weeks bring, by kind; each number with the list that it counts',
    permission: ofRegion,
    query: z.strictObject(placeFilters),
    answer: horizonFigures,
    status: 200,
    examples: { query: { commune: 'eschweiler' } },
  },
  countFlow: {
    method: 'GET',
    path: '/api/v1/figures/flow',
    summary:
      'How many journeys are in each phase, came into it and left it in ninety days, and how long that takes',
    permission: ofRegion,
    query: z.strictObject(placeFilters),
    answer: flowFigures,
    status: 200,
    examples: { query: { coach: 'none' } },
  },
  countWorkload: {
    method: 'GET',
    path: '/api/v1/figures/workload',
    summary: 'What lies with each coach, by name; each number with the list that it counts',
    permission: ofRegion,
    /** Of no single coach: it is made for sharing work out. */
    query: z.strictObject({ commune: placeFilters.commune }),
    answer: workloadFigures,
    status: 200,
    examples: { query: { commune: 'eschweiler' } },
  },
  countPast: {
    method: 'GET',
    path: '/api/v1/figures/past',
    summary:
      'The flags, deadlines and phases of a region as they were known at the end of a past day, or how far that has been reckoned',
    permission: ofRegion,
    query: z.strictObject({
      /** Before today. */
      day,
      by: z.enum(['rule', 'commune', 'coach']).default('rule'),
      ...placeFilters,
    }),
    answer: pastFigures,
    status: 200,
    examples: { query: { day: '2026-11-02', commune: 'eschweiler' } },
  },
  countMessages: {
    method: 'GET',
    path: '/api/v1/figures/messages',
    summary:
      'How many messages to participants are planned, held, sent or not sent; each number with the list that it counts',
    permission: { roles: [...staff, 'admin'], scope: 'list' },
    query: z.strictObject(messageFigureFilters),
    answer: messageFigures,
    status: 200,
    examples: { query: { commune: 'eschweiler' } },
  },
} satisfies RouteTable;
