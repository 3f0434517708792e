import { z } from 'zod';
import type { RouteTable } from './route.js';

const asset = { method: 'GET', permission: 'public', answer: z.string(), status: 200 } as const;

/** The page for whoever opens the address, and what it is made of. */
export const startPageRoutes = {
  showStartPage: {
    ...asset,
    path: '/',
    summary: 'A page to sign in and to read the mails that were caught',
    answerType: 'text/html',
  },
  showStartScript: {
    ...asset,
    path: '/start.js',
    summary: 'The script of that page',
    answerType: 'text/javascript',
  },
  showStartStyle: {
    ...asset,
    path: '/start.css',
    summary: 'The style of that page',
    answerType: 'text/css',
  },
} satisfies RouteTable;
