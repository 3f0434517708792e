import { z } from 'zod';
import { me, role } from '../access.js';
import { day, email, line, page, paging } from './fields.js';
import type { RouteTable } from './route.js';

/** As people write numbers: digits, spaces, brackets, dashes. */
const phone = z
  .string()
  .trim()
  .regex(/^\+?[\d ()/-]{5,30}$/);

/** An account as an administrator sees it: who works where, and nothing of a participant. `communes: null` is the region. */
export const user = z.strictObject({
  id: z.uuid(),
  email: z.string(),
  name: z.string(),
  phone: z.string().nullable(),
  role,
  communes: z.array(z.string()).nullable(),
  createdAt: z.string(),
  /** By the day. */
  lastSignedIn: day.nullable(),
  /** Whether a password was set; without one it is opened by an invitation or by tokens. */
  hasPassword: z.boolean(),
  /** Until when an invitation can be used. */
  invitedUntil: z.string().nullable(),
  /** Since when nobody comes in with it any more. */
  endedAt: z.string().nullable(),
  /** How many open journeys name it as their coach. */
  journeys: z.int(),
});
export type User = z.infer<typeof user>;

/** A token as it is listed: the secret itself is shown once, when it is made. */
export const accessToken = z.strictObject({
  id: z.uuid(),
  /** Whose it is. */
  user: z.strictObject({ email: z.string(), name: z.string(), role }),
  /** What it is for. */
  label: z.string().nullable(),
  createdAt: z.string(),
  expiresAt: z.string(),
  lastUsedAt: z.string().nullable(),
});
export type AccessToken = z.infer<typeof accessToken>;

const admins = { roles: ['admin'], scope: 'none' } as const;
const communes = z.array(z.string().max(60)).min(1).max(50).nullable();

const example = {
  email: 'lina.sommer@example.org',
  name: 'Lina Sommer',
  phone: '02403 71 1235',
  role: 'coach',
  communes: ['eschweiler'],
} as const;

/**
 * Accounts and tokens. An administrator makes no token for somebody else and learns no password: whoever is invited
 * chooses it, and a new invitation ends the old password, so that it is noticed.
 */
export const userRoutes = {
  listUsers: {
    method: 'GET',
    path: '/api/v1/users',
    summary: 'Every account, by e-mail address; those that have ended too',
    permission: admins,
    query: z.strictObject(paging),
    answer: page(user),
    status: 200,
    examples: { query: { limit: '200' } },
  },
  addUser: {
    method: 'POST',
    path: '/api/v1/users',
    summary:
      'Make an account; a coach is assigned to the journeys in her communes that name her by e-mail already',
    permission: admins,
    body: z.strictObject({ email, name: line(100), phone: phone.optional(), role, communes }),
    answer: user,
    status: 201,
    bodyLimit: 16 * 1024,
    examples: { body: example },
  },
  changeUser: {
    method: 'PATCH',
    path: '/api/v1/users/:id',
    summary:
      'Change name, number, role or communes; 409 has-journeys for a coach who would be none, 409 own-account for one’s own role',
    permission: { ...admins, idOf: 'user' },
    body: z.strictObject({
      name: line(100).optional(),
      phone: phone.nullable().optional(),
      role: role.optional(),
      communes: communes.optional(),
    }),
    answer: user,
    status: 200,
    bodyLimit: 16 * 1024,
    examples: { body: { phone: '02403 71 1236' } },
  },
  endUser: {
    method: 'PUT',
    path: '/api/v1/users/:id/end',
    summary:
      'End an account at once, with its sessions, tokens and invitation; what it did stays. 409 own-account for one’s own',
    permission: { ...admins, idOf: 'user' },
    answer: user,
    status: 200,
  },
  reopenUser: {
    method: 'DELETE',
    path: '/api/v1/users/:id/end',
    summary: 'Let an account that was ended be used again; its tokens stay revoked',
    permission: { ...admins, idOf: 'user' },
    answer: user,
    status: 200,
  },
  inviteUser: {
    method: 'POST',
    path: '/api/v1/users/:id/invitation',
    summary:
      'Make a code with which somebody sets a password within seven days, once; the old password and sessions end',
    permission: { ...admins, idOf: 'user' },
    answer: z.strictObject({ code: z.string(), expiresAt: z.string() }),
    status: 201,
  },
  acceptInvitation: {
    method: 'POST',
    path: '/api/v1/session/invitation',
    summary: 'Set the own password with the code of an invitation, and sign in; 404 invitation-not-valid',
    permission: 'public',
    body: z.strictObject({ code: z.string().min(1).max(200), password: z.string().min(8).max(1000) }),
    answer: me,
    status: 200,
    bodyLimit: 16 * 1024,
    examples: {
      body: { code: 'VYJOPWsDjXIMIGt3cVDWtFyFDKXJoKRlsUEEaJjBfI4', password: 'vier Wörter sind gut' },
    },
  },
  listTokens: {
    method: 'GET',
    path: '/api/v1/tokens',
    summary: 'Every token that is valid, of all accounts; the secrets themselves are not kept',
    permission: admins,
    query: z.strictObject(paging),
    answer: page(accessToken),
    status: 200,
    examples: { query: { limit: '200' } },
  },
  createToken: {
    method: 'POST',
    path: '/api/v1/tokens',
    summary: 'Make a token for the own account; it is shown this once',
    permission: admins,
    body: z.strictObject({
      label: line(100),
      /** How long it is valid. */
      days: z.int().min(1).max(365),
    }),
    answer: z.strictObject({ token: z.string(), expiresAt: z.string() }),
    status: 201,
    bodyLimit: 16 * 1024,
    examples: { body: { label: 'Überwachung', days: 90 } },
  },
  revokeToken: {
    method: 'DELETE',
    path: '/api/v1/tokens/:id',
    summary: 'Revoke a token at once',
    permission: { ...admins, idOf: 'token' },
    status: 204,
  },
} satisfies RouteTable;
