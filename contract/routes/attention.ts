import { z } from 'zod';
import { task, taskState } from '../journeys/attention.js';
import * as body from '../journeys/commands.js';
import { journey } from '../journeys/journey.js';
import { flagFilters, flagItem } from '../pages/flags.js';
import { actionsAsked, deadlineItem, placeFilters, taskItem } from '../pages/lists.js';
import { messageFilters, messageItem, messagePreview } from '../pages/messages.js';
import { day, page, paging } from './fields.js';
import type { RouteTable } from './route.js';

const staff = ['coach', 'coordinator'] as const;
const across = { roles: staff, scope: 'list' } as const;
const ofDeadline = { roles: staff, scope: 'journey', idOf: 'deadline' } as const;
const ofTask = { roles: staff, scope: 'journey', idOf: 'task' } as const;
const ofMessage = { roles: staff, scope: 'journey', idOf: 'message' } as const;
const ofFlag = { roles: staff, scope: 'journey', idOf: 'flag' } as const;

/** What needs a person, across the journeys that the caller sees in full; acts on it answer the journey. */
export const attentionRoutes = {
  listDeadlines: {
    method: 'GET',
    path: '/api/v1/deadlines',
    summary: 'Deadlines across journeys, the earliest first',
    permission: across,
    query: z.strictObject({
      ...paging,
      state: z.enum(['open', 'done', 'missed', 'cancelled']).optional(),
      /** One of the programme's kinds of deadlines. */
      kind: z.string().max(60).optional(),
      /** Due on this day or later. */
      dueFrom: day.optional(),
      /** Due before this day. */
      dueBefore: day.optional(),
      ...placeFilters,
      ...actionsAsked,
    }),
    answer: page(deadlineItem),
    status: 200,
    examples: {
      query: {
        state: 'open',
        kind: 'paper',
        dueFrom: '2026-12-07',
        dueBefore: '2026-12-14',
        commune: 'eschweiler',
        limit: '20',
      },
    },
  },
  verifyDeadline: {
    method: 'PUT',
    path: '/api/v1/deadlines/:id/verification',
    summary: 'Confirm the day of a deadline',
    permission: ofDeadline,
    body: body.verifyDeadline,
    answer: journey,
    status: 200,
    etag: true,
    examples: { body: { on: '2026-11-23' } },
  },
  listTasks: {
    method: 'GET',
    path: '/api/v1/tasks',
    summary: 'Tasks across journeys, the gravest first',
    permission: across,
    query: z.strictObject({
      ...paging,
      state: taskState.optional(),
      kind: task.shape.kind.optional(),
      ...placeFilters,
      ...actionsAsked,
    }),
    answer: page(taskItem),
    status: 200,
    examples: { query: { state: 'open', kind: 'fact_missing', commune: 'eschweiler', limit: '20' } },
  },
  doTask: {
    method: 'POST',
    path: '/api/v1/tasks/:id/done',
    summary: 'Mark a task as done',
    permission: ofTask,
    body: body.doTask,
    answer: journey,
    status: 200,
    etag: true,
    undo: true,
    examples: { body: { on: '2026-11-23' } },
  },
  reopenTask: {
    method: 'DELETE',
    path: '/api/v1/tasks/:id/done',
    summary: 'Open a task again that was marked as done by mistake; 409 task-not-done for any other',
    permission: ofTask,
    answer: journey,
    status: 200,
    etag: true,
  },
  listMessages: {
    method: 'GET',
    path: '/api/v1/messages',
    summary: 'Messages across journeys, by the instant for which they are planned',
    permission: across,
    query: z.strictObject({ ...paging, ...messageFilters }),
    answer: page(messageItem),
    status: 200,
    examples: { query: { to: 'participant', state: 'planned', order: 'latest', limit: '20' } },
  },
  previewMessage: {
    method: 'GET',
    path: '/api/v1/messages/:id/preview',
    summary:
      'What a message to a participant says, and what can be done about it; 404 for a notice to staff, which has no text of its own',
    permission: ofMessage,
    answer: messagePreview,
    status: 200,
  },
  holdMessage: {
    method: 'POST',
    path: '/api/v1/messages/:id/hold',
    summary:
      'Hold a message back that was not handed over yet; 409 message-under-way or message-over for any other',
    permission: ofMessage,
    body: body.holdMessage,
    answer: journey,
    status: 200,
    etag: true,
    undo: true,
    examples: { body: { reason: 'soon_in_person' } },
  },
  releaseMessage: {
    method: 'POST',
    path: '/api/v1/messages/:id/release',
    summary:
      'Let a message go that is held back or was told in person, when the rules allow; 409 message-not-held for any other',
    permission: ofMessage,
    answer: journey,
    status: 200,
    etag: true,
  },
  tellMessageInPerson: {
    method: 'POST',
    path: '/api/v1/messages/:id/told-in-person',
    summary: 'Leave a message out because a person has said it; 409 message-under-way or message-over',
    permission: ofMessage,
    answer: journey,
    status: 200,
    etag: true,
    undo: true,
  },
  resendMessage: {
    method: 'POST',
    path: '/api/v1/messages/:id/resend',
    summary:
      'Send a message again where it certainly did not arrive and is still true; 409 not-yet-possible says why not',
    permission: ofMessage,
    answer: journey,
    status: 200,
    etag: true,
  },
  listFlags: {
    method: 'GET',
    path: '/api/v1/flags',
    summary: 'Stuck cases across journeys, the gravest first',
    permission: across,
    query: z.strictObject({ ...paging, ...flagFilters }),
    answer: page(flagItem),
    status: 200,
    examples: { query: { severity: '3', snoozed: 'false', olderThan: '7', limit: '20' } },
  },
  snoozeFlag: {
    method: 'POST',
    path: '/api/v1/flags/:id/snooze',
    summary: 'Put a flag aside for at most 14 days, 2 for the gravest',
    permission: ofFlag,
    body: body.snoozeFlag,
    answer: journey,
    status: 200,
    etag: true,
    undo: true,
    examples: { body: { until: '2026-11-25', reason: 'Gespräch am Mittwoch' } },
  },
  wakeFlag: {
    method: 'DELETE',
    path: '/api/v1/flags/:id/snooze',
    summary: 'Let a flag show up again that was put aside; 409 flag-not-snoozed for any other',
    permission: ofFlag,
    answer: journey,
    status: 200,
    etag: true,
  },
  remindCoach: {
    method: 'POST',
    path: '/api/v1/flags/:id/reminders',
    summary:
      'Remind the coach of a flag by her next mail, once a day; 409 flag-snoozed, not-for-a-coach, or not-yet-possible without a coach',
    permission: { ...ofFlag, roles: ['coordinator'] },
    answer: journey,
    status: 200,
    etag: true,
  },
} satisfies RouteTable;
