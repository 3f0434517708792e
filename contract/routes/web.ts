import { z } from 'zod';
import type { RouteTable } from './route.js';

const file = { method: 'GET', permission: 'public', answer: z.string(), status: 200 } as const;
/** What an address says of filters is the page's, not the server's. */
const page = {
  ...file,
  answerType: 'text/html',
  query: z.looseObject({ stand: z.string().max(60).optional() }),
  examples: { query: { stand: '2026-11-23T09:00:00Z' } },
} as const;
const built = {
  method: 'GET',
  permission: 'public',
  status: 200,
  answerType: 'application/octet-stream',
} as const;

/** What the server itself answers below the root is no page. */
const notPages = ['api', 'assets', 'health', 'metrics'];
const word = z
  .string()
  .regex(/^[a-z]{1,40}$/)
  .refine((name) => !notPages.includes(name));

/** The pages, the same for every address: which of them is shown is decided in the browser, what it shows by the API. */
export const webRoutes = {
  showHome: { ...page, path: '/', summary: 'The pages: to sign in, or where a role begins' },
  showPage: {
    ...page,
    path: '/:page',
    summary: 'A page, such as `/heute`',
    params: z.strictObject({ page: word }),
  },
  showSubpage: {
    ...page,
    path: '/:page/:of',
    summary: 'A page of one thing, such as `/teilnehmende/<id>`',
    params: z.strictObject({ page: word, of: z.union([z.string().regex(/^[a-z]{1,40}$/), z.uuid()]) }),
  },
  showAsset: {
    ...built,
    path: '/assets/:name',
    summary: 'A script or a style of the pages; its name tells its content, which never changes',
    params: z.strictObject({ name: z.string().regex(/^[\w.-]{1,120}$/) }),
  },
  showIcon: { ...built, path: '/icon.svg', summary: 'The sign of the pages' },
  showMailPage: {
    ...file,
    answerType: 'text/html',
    path: '/mails',
    summary: 'A page to read the mails that were caught',
  },
  showMailScript: {
    ...file,
    path: '/mails.js',
    summary: 'The script of that page',
    answerType: 'text/javascript',
  },
  showMailStyle: {
    ...file,
    path: '/mails.css',
    summary: 'The style of that page',
    answerType: 'text/css',
  },
} satisfies RouteTable;
