import { z } from 'zod';
import type { RouteTable } from './route.js';

/** Why a row is not taken. */
export const refusalCodes = [
  'missing',
  'impossible-date',
  'ambiguous-date',
  'date-in-future',
  'too-young',
  'too-old',
  'unknown-commune',
  'unknown-status',
  'malformed-email',
  'formula',
  'duplicate-id',
  'surplus-cells',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** What to look at in a row that is not refused. */
export const warningCodes = [
  'possible-duplicate',
  'unknown-coach',
  'unknown-value',
  'guard-unmet',
  'newer-in-lotse',
  'not-for-registers',
  'journey-closed',
] as const;
export type WarningCode = (typeof warningCodes)[number];

/** Why a row is not taken: the cell as it stands in the file, what would be taken, and a sentence in German. */
const rowError = z.strictObject({
  column: z.string(),
  found: z.string(),
  expected: z.string(),
  code: z.enum(refusalCodes),
  message: z.string(),
});

/** Something to look at in a row that went in all the same. */
const rowWarning = z.strictObject({
  code: z.enum(warningCodes),
  message: z.string(),
  column: z.string().optional(),
  found: z.string().optional(),
  journeyId: z.uuid().optional(),
});

/** What became of one row; `line` is where it begins in the file, the header being line 1. */
export const importOutcome = z.strictObject({
  line: z.int(),
  outcome: z.enum(['opened', 'updated', 'unchanged', 'rejected']),
  journeyId: z.uuid().optional(),
  /** Of an updated row: the columns whose cells were taken over. */
  columns: z.array(z.string()).optional(),
  errors: z.array(rowError).optional(),
  warnings: z.array(rowWarning).optional(),
});
export type ImportOutcome = z.infer<typeof importOutcome>;

/** An import as far as it has come; `rows` counts the file's data lines. */
export const importAnswer = z.strictObject({
  state: z.enum(['queued', 'running', 'done', 'failed']),
  rows: z.int(),
  opened: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  rejected: z.int(),
  outcomes: z.array(importOutcome),
});
export type ImportAnswer = z.infer<typeof importAnswer>;

const yesOrNo = z
  .enum(['true', 'false'])
  .default('false')
  .transform((text) => text === 'true');

const coordinators = { roles: ['coordinator'], scope: 'none' } as const;

/** Registers: taking one in, and what became of its rows. */
export const importRoutes = {
  startImport: {
    method: 'POST',
    path: '/api/v1/imports',
    summary: 'Import a register (CSV), as the body or as the form field `file`',
    permission: coordinators,
    query: z.strictObject({
      /** On which ground people who are in the register already are accompanied. */
      basis: z.enum(['consent_on_paper', 'public_task']),
      /** Says what would happen, and records nothing. */
      dryRun: yesOrNo,
      /** Has to be said where Lotse is a demonstration, so that no real person ends up in it. */
      intoDemonstration: yesOrNo,
    }),
    body: { bytes: ['text/csv', 'multipart/form-data'] },
    answer: z.strictObject({ id: z.uuid() }),
    status: 202,
    bodyLimit: 10 * 1024 * 1024,
    examples: {
      query: { basis: 'consent_on_paper', dryRun: 'true' },
      body: 'Kennung;Nachname;Vorname;Geburtsdatum;Kommune\nDS-0815;Tesfay;Merhawi;09.03.2004;Eschweiler\n',
    },
  },
  showImport: {
    method: 'GET',
    path: '/api/v1/imports/:id',
    summary: 'How far an import has come, and what became of its rows',
    permission: coordinators,
    answer: importAnswer,
    status: 200,
  },
} satisfies RouteTable;
