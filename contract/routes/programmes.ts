import { z } from 'zod';
import { programmeSchema } from '../../domain/programme/schema/programme.js';
import { role } from '../access.js';
import { programmeTexts } from '../pages/programme.js';
import { programmeWords } from '../pages/words.js';
import { page, paging } from './fields.js';
import type { RouteTable } from './route.js';

const title = z.strictObject({ de: z.string(), en: z.string() });
const everybody = { roles: role.options, scope: 'none' } as const;

const versionPath = z.strictObject({ key: z.string().max(60), n: z.string().regex(/^[1-9]\d{0,5}$/) });

/** The programmes' definitions. */
export const programmeRoutes = {
  listProgrammes: {
    method: 'GET',
    path: '/api/v1/programmes',
    summary: 'The programmes of this installation',
    permission: everybody,
    query: z.strictObject(paging),
    answer: page(z.strictObject({ key: z.string(), version: z.int(), title })),
    status: 200,
    examples: { query: { limit: '20' } },
  },
  showProgramme: {
    method: 'GET',
    path: '/api/v1/programmes/:key/versions/:n',
    summary: 'A version of a programme: phases, milestones, modules, rules',
    permission: everybody,
    params: versionPath,
    answer: programmeSchema,
    status: 200,
  },
  showProgrammeWords: {
    method: 'GET',
    path: '/api/v1/programmes/:key/versions/:n/words',
    summary: 'What a programme’s keys are called in the reader’s language; kept by browsers for five minutes',
    permission: everybody,
    params: versionPath,
    answer: programmeWords,
    status: 200,
  },
  showProgrammeTexts: {
    method: 'GET',
    path: '/api/v1/programmes/:key/versions/:n/texts',
    summary:
      'Every text for participants in every language, with a made-up person’s data, and whether it was reviewed',
    permission: everybody,
    params: versionPath,
    answer: programmeTexts,
    status: 200,
  },
} satisfies RouteTable;
