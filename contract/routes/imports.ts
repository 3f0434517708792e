import { z } from 'zod';
import { page, paging } from './fields.js';
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
  'same-person',
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

const basis = z.enum(['consent_on_paper', 'public_task']);

/** An import as far as it has come: who let it in, and how many rows became what. `rows` counts the file's data lines. */
const importCounts = z.strictObject({
  id: z.uuid(),
  state: z.enum(['queued', 'running', 'done', 'failed']),
  dryRun: z.boolean(),
  /** On which ground these people are accompanied. */
  basis,
  /** The name of whoever let it in. */
  by: z.string(),
  /** An instant. */
  at: z.string(),
  rows: z.int(),
  opened: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  rejected: z.int(),
});
export type ImportCounts = z.infer<typeof importCounts>;

/** What a coordinator says of a row that may be of somebody who is here: then it is left out, or opened. */
export const importChoice = z.strictObject({
  line: z.int().min(2),
  /** Of perhaps the same person. */
  journeyId: z.uuid(),
  choice: z.enum(['same_person', 'other_person']),
});
export type ImportChoice = z.infer<typeof importChoice>;

/** The same with what became of each row, and what was said of some. */
export const importAnswer = importCounts.extend({
  outcomes: z.array(importOutcome),
  choices: z.array(importChoice),
});
export type ImportAnswer = z.infer<typeof importAnswer>;

/** How the file of an import was read, by its header alone. */
const importFile = z.strictObject({
  encoding: z.enum(['UTF-8', 'Windows-1252']),
  separator: z.enum([';', ',', '\t']),
  /** Columns that a register knows, in the file's order. */
  columns: z.array(z.string()),
  /** Headers of columns that are not read. */
  leftOut: z.array(z.string()),
});
export type ImportFile = z.infer<typeof importFile>;

/** What of a person is compared, in the order in which it is shown. */
export const comparedDetail = z.enum([
  'externalId',
  'familyName',
  'givenName',
  'bornOn',
  'commune',
  'sex',
  'nationality',
  'language',
  'phone',
  'email',
]);

/** A row beside the person whom it may be of: each detail that either of them tells. */
export const importComparison = z.strictObject({
  journeyId: z.uuid(),
  open: z.boolean(),
  fields: z.array(
    z.strictObject({
      key: comparedDetail,
      row: z.string().optional(),
      here: z.string().optional(),
      isSame: z.boolean(),
    }),
  ),
});
export type ImportComparison = z.infer<typeof importComparison>;

const yesOrNo = z
  .enum(['true', 'false'])
  .default('false')
  .transform((text) => text === 'true');

const coordinators = { roles: ['coordinator'], scope: 'none' } as const;
/** An administrator is told counts alone: rows are of people. */
const alsoAdmins = { roles: ['coordinator', 'admin'], scope: 'none' } as const;

/** Registers: taking one in, and what became of its rows. */
export const importRoutes = {
  startImport: {
    method: 'POST',
    path: '/api/v1/imports',
    summary: 'Import a register (CSV), as the body or as the form field `file`',
    permission: coordinators,
    query: z.strictObject({
      /** On which ground people who are in the register already are accompanied. */
      basis,
      /** Says what would happen, and records nothing. */
      dryRun: yesOrNo,
      /** Has to be said where Lotse is a demonstration, so that no real person ends up in it. */
      intoDemonstration: yesOrNo,
    }),
    body: { bytes: ['text/csv', 'multipart/form-data'] },
    answer: z.strictObject({ id: z.uuid() }),
    status: 202,
    bodyLimit: 20 * 1024 * 1024,
    examples: {
      query: { basis: 'consent_on_paper', dryRun: 'true' },
      body: 'Kennung;Nachname;Vorname;Geburtsdatum;Kommune\nDS-0815;Tesfay;Merhawi;09.03.2004;Eschweiler\n',
    },
  },
  listImports: {
    method: 'GET',
    path: '/api/v1/imports',
    summary:
      'Imports of the last 30 days, the newest first: whoever coordinates a part of the region sees her own',
    permission: alsoAdmins,
    query: z.strictObject(paging),
    answer: page(importCounts),
    status: 200,
    examples: { query: { limit: '20' } },
  },
  showImport: {
    method: 'GET',
    path: '/api/v1/imports/:id',
    summary: 'How far an import has come, and what became of its rows; administrators are told counts alone',
    permission: alsoAdmins,
    /** `outcomes=false`: the counts alone, for whoever waits. */
    query: z.strictObject({ outcomes: z.enum(['true', 'false']).default('true') }),
    answer: z.union([importAnswer, importCounts]),
    status: 200,
    examples: { query: { outcomes: 'true' } },
  },
  runImport: {
    method: 'POST',
    path: '/api/v1/imports/:id/run',
    summary:
      'Carry out what a dry run has checked; asked twice it is the same import. 409 no-dry-run for another',
    permission: coordinators,
    answer: z.strictObject({ id: z.uuid() }),
    status: 202,
  },
  compareRow: {
    method: 'GET',
    path: '/api/v1/imports/:id/comparison',
    summary:
      'A row of a dry run beside the person of a journey that its warnings name; 404 for any other row or journey',
    permission: coordinators,
    query: z.strictObject({ line: z.string().regex(/^[1-9]\d{0,6}$/), journey: z.uuid() }),
    answer: importComparison,
    status: 200,
    examples: { query: { line: '62', journey: '0197a3c4-5d1e-7c3a-9b52-0c5d0f6f2b11' } },
  },
  chooseForRow: {
    method: 'PUT',
    path: '/api/v1/imports/:id/choices',
    summary:
      'Say whether a row of a dry run is of the same person, who is then left out, or of another; 409 import-was-run once it was carried out',
    permission: coordinators,
    body: importChoice,
    answer: z.strictObject({ choices: z.array(importChoice) }),
    status: 200,
    examples: {
      body: { line: 62, journeyId: '0197a3c4-5d1e-7c3a-9b52-0c5d0f6f2b11', choice: 'same_person' },
    },
  },
  showImportFile: {
    method: 'GET',
    path: '/api/v1/imports/:id/file',
    summary: 'How the file of an import was read: its encoding, its separator, its columns',
    permission: coordinators,
    answer: importFile,
    status: 200,
  },
  downloadRefusedRows: {
    method: 'GET',
    path: '/api/v1/imports/:id/refused',
    summary:
      'The refused rows as they stood in the file, with a column „Fehler": to be corrected and sent again',
    permission: coordinators,
    answer: z.string(),
    answerType: 'text/csv',
    status: 200,
  },
} satisfies RouteTable;
