import { z } from 'zod';
import type { RouteTable } from './route.js';

/** What describes the installation rather than a journey. */
export const systemRoutes = {
  showOpenApi: {
    method: 'GET',
    path: '/api/openapi.json',
    summary: 'This description (OpenAPI 3.1)',
    permission: 'public',
    answer: z.looseObject({ openapi: z.string() }),
    status: 200,
  },
  showDocs: {
    method: 'GET',
    path: '/api/docs',
    summary: 'The same as a page to read',
    permission: 'public',
    answer: z.string(),
    answerType: 'text/html',
    status: 200,
  },
} satisfies RouteTable;
