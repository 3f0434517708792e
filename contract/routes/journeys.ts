import { z } from 'zod';
import * as body from '../journeys/commands.js';
import { deadline, message } from '../journeys/deadline.js';
import { event, why } from '../journeys/event.js';
import { journey, journeyItem, openedJourney, reducedJourney } from '../journeys/journey.js';
import { recordedPaper } from '../journeys/paper.js';
import { listFilters, listSort } from '../pages/list-filters.js';
import { countInQuery, day, instant, line, page, paging } from './fields.js';
import type { RouteTable } from './route.js';

const staff = ['coach', 'coordinator'] as const;
const ofOne = { roles: staff, scope: 'journey' } as const;
const list = z.strictObject(paging);

/** One journey: opening it, what is recorded in it, what it shows. */
export const journeyRoutes = {
  openJourney: {
    method: 'POST',
    path: '/api/v1/journeys',
    summary: 'Open a journey',
    permission: { roles: staff, scope: 'none', bodyDecides: 'opening' },
    body: body.openJourney,
    // reduced where she named a colleague as the coach
    answer: openedJourney,
    status: 201,
    etag: true,
    examples: {
      body: {
        commune: 'eschweiler',
        participant: {
          givenName: 'Merhawi',
          familyName: 'Tesfay',
          bornOn: '2004-03-09',
          language: 'ti',
          email: 'merhawi@example.org',
          channels: ['email'],
        },
        document: { kind: 'toleration_60a', validUntil: '2027-02-01' },
      },
    },
  },
  listJourneys: {
    method: 'GET',
    path: '/api/v1/journeys',
    summary: 'List journeys in scope',
    permission: { roles: staff, scope: 'list' },
    query: z.strictObject({
      ...paging,
      /** The focus group of the programme in one go. */
      limit: countInQuery(1, 400).default(50),
      ...listFilters,
      /** Journeys with a deadline before this day that is not done. */
      dueBefore: day.optional(),
      /** Beginnings of names, or of the Kennung; what only sounds alike comes after. */
      q: line(100).optional(),
      sort: listSort.default('nextDue'),
    }),
    answer: page(z.union([journeyItem, reducedJourney])),
    status: 200,
    examples: { query: { q: 'merh', open: 'all', commune: 'eschweiler', sort: 'name', limit: '20' } },
  },
  showJourney: {
    method: 'GET',
    path: '/api/v1/journeys/:id',
    summary: 'Show a journey, as it is or as it was known at an instant',
    permission: { ...ofOne, reducedView: true },
    query: z.strictObject({ asOf: instant.optional() }),
    answer: z.union([journey, reducedJourney]),
    status: 200,
    etag: true,
    examples: { query: { asOf: '2026-11-23T09:00:00+01:00' } },
  },
  listEvents: {
    method: 'GET',
    path: '/api/v1/journeys/:id/events',
    summary: 'Everything that has happened in a journey, in order',
    permission: ofOne,
    query: list,
    answer: page(event),
    status: 200,
    examples: { query: { limit: '20' } },
  },
  reachMilestone: {
    method: 'POST',
    path: '/api/v1/journeys/:id/milestones',
    summary: 'Record a milestone',
    permission: { ...ofOne, bodyDecides: 'milestone' },
    body: body.reachMilestone,
    answer: journey,
    status: 201,
    etag: true,
    undo: true,
    examples: {
      body: {
        milestone: 'consent_given',
        on: '2026-11-23',
        data: { purposes: ['case_work', 'reminders'], language: 'ti', form: 'paper', textVersion: '1' },
      },
    },
  },
  recordDocument: {
    method: 'POST',
    path: '/api/v1/journeys/:id/documents',
    summary: 'Record a residence paper, or correct one',
    permission: ofOne,
    body: recordedPaper,
    answer: journey,
    status: 201,
    etag: true,
    undo: true,
    examples: { body: { kind: 'toleration_60a', validUntil: '2027-02-01', employmentNote: 'allowed' } },
  },
  closeJourney: {
    method: 'POST',
    path: '/api/v1/journeys/:id/close',
    summary: 'Close a journey',
    permission: ofOne,
    body: body.closeJourney,
    answer: journey,
    status: 200,
    etag: true,
    examples: { body: { on: '2026-11-23', reason: 'placed_training' } },
  },
  reopenJourney: {
    method: 'POST',
    path: '/api/v1/journeys/:id/reopen',
    summary: 'Reopen a closed journey',
    permission: { roles: ['coordinator'], scope: 'journey' },
    body: body.reopenJourney,
    answer: journey,
    status: 200,
    etag: true,
    examples: { body: { on: '2026-11-23' } },
  },
  assignCoach: {
    method: 'PUT',
    path: '/api/v1/journeys/:id/coach',
    summary: 'Assign a coach',
    permission: { roles: ['coordinator'], scope: 'journey' },
    body: body.assignCoach,
    answer: journey,
    status: 200,
    etag: true,
    examples: { body: { coach: 'mara.lenz@example.org' } },
  },
  listDeadlinesOfJourney: {
    method: 'GET',
    path: '/api/v1/journeys/:id/deadlines',
    summary: 'The deadlines of a journey, the earliest first',
    permission: ofOne,
    query: list,
    answer: page(deadline),
    status: 200,
    examples: { query: { limit: '20' } },
  },
  listMessagesOfJourney: {
    method: 'GET',
    path: '/api/v1/journeys/:id/messages',
    summary: 'The messages of a journey, planned, sent and cancelled, the earliest first',
    permission: ofOne,
    query: list,
    answer: page(message),
    status: 200,
    examples: { query: { limit: '20' } },
  },
  explainJourney: {
    method: 'GET',
    path: '/api/v1/journeys/:id/why',
    summary: 'What lies ahead and why, and what does not happen yet',
    permission: ofOne,
    answer: why,
    status: 200,
  },
} satisfies RouteTable;
