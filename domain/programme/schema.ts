import { z } from 'zod';
import { retentionClasses } from '../journey/classes.js';

const key = z.string().regex(/^[a-z][a-z0-9_]*$/, 'a key in small letters, digits and underscores');
const text = z.strictObject({ de: z.string().min(1), en: z.string().min(1) });

/** `-8w`, `-3d`, `0d`, `+2w`, `-6M`: weeks, days or calendar months from the deadline's day. */
const offset = z.string().regex(/^[+-]?\d+[dwM]$/, 'an offset such as -8w, -3d, 0d, +2w or -6M');

const field = z.strictObject({
  name: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
  kind: z.enum(['day', 'enum', 'list', 'text', 'texts', 'int', 'flag']),
  values: z.array(z.string()).optional(),
  required: z.boolean().default(true),
  class: z.enum(['plain', ...retentionClasses]),
});

const milestone = z.strictObject({
  key,
  title: text,
  fields: z.array(field).default([]),
  /** The phase that a journey is in at least, once this is reached. */
  movesTo: key.optional(),
  repeats: z.boolean().default(false),
});

const deadline = z.strictObject({
  key,
  version: z.int().min(1),
  title: text,
  /** `status` where the rule's key tells the kind of paper; such rules are sealed apart. */
  class: z.enum(['case', 'status']),
  anchor: z.enum(['document.validUntil', 'plan.nextReviewOn']),
  appliesTo: z.strictObject({ documentKinds: z.array(key) }).optional(),
  roll: z.enum(['none', 'internal_back']),
  reminders: z.array(
    z.strictObject({ at: z.array(offset).min(1), to: z.array(z.enum(['participant'])).min(1), text: key }),
  ),
  afterClose: z.enum(['ends', 'survives']),
  law: z.strictObject({
    source: z.string(),
    confidence: z.enum(['sure', 'check', 'practice']),
    validFrom: z.iso.date().nullable(),
    validTo: z.iso.date().nullable(),
  }),
});

/** A programme's definition as data; `programmes/<key>/` holds one, checked when a process starts. */
export const programmeSchema = z.strictObject({
  key,
  version: z.int().min(1),
  title: text,
  calendar: z.literal('NRW'),
  ageFrom: z.int(),
  ageTo: z.int(),
  communes: z.array(z.strictObject({ key, name: z.string() })).min(1),
  phases: z.array(z.strictObject({ key, title: text })).min(1),
  modules: z.array(z.strictObject({ key: z.string().regex(/^F\d$/), title: text, supports: z.boolean() })),
  documentKinds: z.array(z.strictObject({ key, title: text, statusClass: key })),
  exitReasons: z.array(z.strictObject({ key, title: text })),
  milestones: z.array(milestone),
  deadlines: z.array(deadline),
});

export type Programme = z.infer<typeof programmeSchema>;
export type DeadlineRule = z.infer<typeof deadline>;
export type Milestone = z.infer<typeof milestone>;
export type MilestoneField = z.infer<typeof field>;
