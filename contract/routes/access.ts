import { z } from 'zod';
import { me, role } from '../access.js';
import { email } from './fields.js';
import type { RouteTable } from './route.js';

const exampleMe = {
  id: '0197a3c4-5d1e-7c3a-9b52-0c5d0f6f2b11',
  email: 'mara.lenz@example.org',
  name: 'Mara Lenz',
  role: 'coach',
  communes: ['eschweiler', 'stolberg'],
} as const;

/** Signing in and out, and who one is. */
export const accessRoutes = {
  signIn: {
    method: 'POST',
    path: '/api/v1/session',
    summary: 'Sign in and get the session cookie',
    permission: 'public',
    // no rule for passwords here: whoever was let in with one once can sign in with it
    body: z.strictObject({ email, password: z.string().min(1).max(1000) }),
    answer: me,
    status: 200,
    bodyLimit: 16 * 1024,
    examples: {
      body: { email: 'mara.lenz@example.org', password: 'vier Wörter sind gut' },
      answer: exampleMe,
    },
  },
  signOut: {
    method: 'DELETE',
    path: '/api/v1/session',
    summary: 'Sign out and end the session',
    permission: { roles: role.options, scope: 'none' },
    status: 204,
  },
  showMe: {
    method: 'GET',
    path: '/api/v1/me',
    summary: 'The account that is signed in',
    permission: { roles: role.options, scope: 'none' },
    answer: me,
    status: 200,
    examples: { answer: exampleMe },
  },
} satisfies RouteTable;
