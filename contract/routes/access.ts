import { z } from 'zod';
import { me, role } from '../access.js';
import { colleague, sessionOptions, settings } from '../pages/settings.js';
import { email, page, paging } from './fields.js';
import type { RouteTable } from './route.js';

const exampleMe = {
  id: '0197a3c4-5d1e-7c3a-9b52-0c5d0f6f2b11',
  email: 'mara.lenz@example.org',
  name: 'Mara Lenz',
  role: 'coach',
  communes: ['eschweiler', 'stolberg'],
  today: '2026-11-23',
  scope: 'own',
  deputyFor: [],
  draftKey: 'ylQCx4RmhXKv9S1tKyl2qJ9cZxJ1k3sT0yqk3XwPp5E=',
  settings: { colours: 'dark' },
  demonstration: false,
  mailCatcher: false,
  programme: { key: 'durchstarten', version: 1 },
} as const;

const oneself = { roles: role.options, scope: 'none' } as const;

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
    permission: oneself,
    status: 204,
  },
  showSessionOptions: {
    method: 'GET',
    path: '/api/v1/session/options',
    summary: 'What the page to sign in has to know',
    permission: 'public',
    answer: sessionOptions,
    status: 200,
    examples: { answer: { demonstration: [], idleMinutes: 720, officePhone: '02403 71 1234' } },
  },
  signInToDemonstration: {
    method: 'POST',
    path: '/api/v1/session/demonstration',
    summary: 'Sign in as somebody of the demonstration, without a password; 404 where there is none',
    permission: 'public',
    onlyIn: 'demonstration',
    body: z.strictObject({ role }),
    answer: me,
    status: 200,
    bodyLimit: 16 * 1024,
    examples: { body: { role: 'coach' }, answer: { ...exampleMe, demonstration: true, mailCatcher: true } },
  },
  showMe: {
    method: 'GET',
    path: '/api/v1/me',
    summary: 'The account that is signed in',
    permission: oneself,
    answer: me,
    status: 200,
    examples: { answer: exampleMe },
  },
  changeMe: {
    method: 'PATCH',
    path: '/api/v1/me',
    summary: 'Change how one likes one’s pages; what is not named stays',
    permission: oneself,
    body: z.strictObject({ settings }),
    answer: me,
    status: 200,
    bodyLimit: 16 * 1024,
    examples: { body: { settings: { colours: 'dark' } }, answer: exampleMe },
  },
  listColleagues: {
    method: 'GET',
    path: '/api/v1/colleagues',
    summary: 'Who works in one’s communes, by e-mail address; coordinators see the administrators too',
    permission: { roles: ['coach', 'coordinator'], scope: 'list' },
    query: z.strictObject(paging),
    answer: page(colleague),
    status: 200,
    examples: { query: { limit: '200' } },
  },
} satisfies RouteTable;
