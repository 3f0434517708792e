import { z } from 'zod';
import { retentionClasses } from '../journey/classes.js';

const key = z.string().regex(/^[a-z][a-z0-9_]*$/, 'a key in small letters, digits and underscores');
const moduleKey = z.string().regex(/^F\d$/, 'a module such as F1');
const text = z.strictObject({ de: z.string().min(1), en: z.string().min(1) });
const recipient = z.enum(['participant', 'coach', 'coordinator']);
const role = z.enum(['coach', 'coordinator']);

/** `-8w`, `-3d`, `0d`, `+2w`, `-6M`: weeks, days or calendar months from a day. */
const offset = z.string().regex(/^[+-]?\d+[dwM]$/, 'an offset such as -8w, -3d, 0d, +2w or -6M');
/** `30d`, `6w`, `12M`, `4M15d`: how long something may last. */
const span = z.string().regex(/^(\d+[dwM])+$/, 'a span such as 30d, 6w, 12M or 4M15d');

const field = z.strictObject({
  name: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
  kind: z.enum(['day', 'enum', 'list', 'text', 'texts', 'int', 'flag']),
  values: z.array(z.string()).optional(),
  required: z.boolean().default(true),
  class: z.enum(['plain', ...retentionClasses]),
});

/** What has to be so before something may happen; each unmet part is one sentence and the role that can clear it. */
const requirement = z.strictObject({
  code: key,
  text,
  who: role,
  /** Holds where one of these facts stands. */
  anyOf: z
    .array(
      z.union([
        z.strictObject({
          milestone: key,
          field: z.string().optional(),
          is: z.union([z.string(), z.boolean()]).optional(),
        }),
        z.strictObject({ phaseFrom: key }),
        z.strictObject({ consent: z.enum(['case_work', 'reminders', 'provider']) }),
        z.strictObject({ employmentNoteNot: z.string() }),
        z.strictObject({ schoolCertificateNot: z.array(z.string()) }),
        z.strictObject({ germanLevelFrom: z.string() }),
        z.strictObject({ takenOver: z.literal(true) }),
      ]),
    )
    .min(1),
});

const milestone = z.strictObject({
  key,
  title: text,
  fields: z.array(field).default([]),
  recordedBy: z.array(role).default(['coach', 'coordinator']),
  requires: z.array(key).default([]),
  /** The phase that a journey is in at least, once this is reached (with these values, where some are named). */
  movesTo: key.optional(),
  movesWhen: z.strictObject({ field: z.string(), is: z.union([z.string(), z.boolean()]) }).optional(),
  /** Whether another one may follow: with `reassessment: true`, of another `kind`, once a placement was lost, or by a coordinator. */
  repeats: z
    .enum(['never', 'always', 'reassessment', 'other_kind', 'after_loss', 'by_coordinator'])
    .default('never'),
  /** The phase that it leads back to, the one exception to "never back". */
  movesBackTo: key.optional(),
});

const doneWhen = z.union([
  /** A newer paper of whatever kind, or the end of what the anchor stood for. */
  z.strictObject({ newPaper: z.literal(true) }),
  z.strictObject({
    milestone: key,
    field: z.string().optional(),
    in: z.array(z.string()).optional(),
    proven: z.boolean().optional(),
  }),
  z.strictObject({ renewalRequest: z.literal('proven') }),
  z.strictObject({ verified: z.literal(true) }),
]);

const rung = z.strictObject({
  /** Offsets, or `mid`: halfway between the recorded date and the deadline's day. */
  at: z.array(z.union([offset, z.literal('mid')])).min(1),
  to: z.array(recipient).min(1),
  /** The text for participants; staff are told by Kennung, deadline and day. */
  text: key.optional(),
  /** What the offset counts from: the deadline's day, the day on which its cause became known, or the recorded date. */
  base: z.enum(['due', 'trigger', 'anchor']).default('due'),
});

const perRecipient = <Value extends z.ZodType>(value: Value) =>
  z.strictObject({ participant: value, coach: value, coordinator: value });

const deadline = z.strictObject({
  key,
  version: z.int().min(1),
  title: text,
  /** `status` where the rule's key tells the kind of paper; such rules are sealed apart. */
  class: z.enum(['case', 'status']),
  /** An `earliest` day can't be missed: when it comes the act is possible from then on. */
  direction: z.enum(['latest', 'earliest']).default('latest'),
  anchor: z.enum([
    'document.validUntil',
    'person.bornOn',
    'training.startsOn',
    'training.startedOn',
    'plan.nextReviewOn',
  ]),
  compute: z.discriminatedUnion('fn', [
    z.strictObject({ fn: z.literal('printed') }),
    z.strictObject({
      fn: z.literal('inclusiveEnd'),
      years: z.int().optional(),
      monthsField: z.string().optional(),
    }),
    z.strictObject({ fn: z.literal('monthsBefore'), months: z.int() }),
  ]),
  appliesIf: z
    .strictObject({ documentKinds: z.array(key).optional(), employmentNoteNot: z.string().optional() })
    .default({}),
  roll: z.enum(['none', 'internal_back']),
  reminders: z.array(rung),
  doneWhen: z.array(doneWhen),
  /** Who is told when it was missed, and what is to be done then. */
  onMissed: z.strictObject({ to: z.array(z.enum(['coach', 'coordinator'])), advice: text }).nullable(),
  /** A proven renewal request keeps it open, ends the participant's rungs and reminds the coach weekly. */
  pausedByRenewal: z.boolean().default(false),
  whilePaused: perRecipient(z.enum(['runs', 'stops'])),
  afterClose: perRecipient(z.enum(['ends', 'survives'])),
  law: z.strictObject({
    source: z.string(),
    confidence: z.enum(['sure', 'check', 'practice']),
    validFrom: z.iso.date().nullable(),
    validTo: z.iso.date().nullable(),
  }),
});

const stuck = z.strictObject({
  key,
  title: text,
  class: z.enum(['case', 'status']),
  /** From which span on it is raised, and how grave it is then; more than one step where it grows. */
  steps: z
    .array(z.strictObject({ after: span, severity: z.union([z.literal(1), z.literal(2), z.literal(3)]) }))
    .min(1),
  /** Other steps once it is not the first of its kind: a review after the plan. */
  stepsAgain: z
    .array(z.strictObject({ after: span, severity: z.union([z.literal(1), z.literal(2), z.literal(3)]) }))
    .optional(),
  /** Other steps while the journey is in one of these phases. */
  inPhases: z
    .record(
      key,
      z.array(z.strictObject({ after: span, severity: z.union([z.literal(1), z.literal(2), z.literal(3)]) })),
    )
    .default({}),
  to: z.array(z.enum(['coach', 'coordinator'])),
  suggestion: text,
  whilePaused: z.enum(['runs', 'stops']),
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
  modules: z.array(
    z.strictObject({
      key: moduleKey,
      title: text,
      supports: z.boolean(),
      supportsFrom: key,
      requires: z.array(key),
    }),
  ),
  documentKinds: z.array(z.strictObject({ key, title: text, statusClass: key })),
  exitReasons: z.array(z.strictObject({ key, title: text })),
  requirements: z.array(requirement),
  milestones: z.array(milestone),
  /** After so long in `placed` the engine moves the journey on to `follow_up`. */
  followUpAfter: span,
  deadlines: z.array(deadline),
  stuck: z.array(stuck),
});

export type Programme = z.infer<typeof programmeSchema>;
export type DeadlineRule = z.infer<typeof deadline>;
export type StuckRule = z.infer<typeof stuck>;
export type Milestone = z.infer<typeof milestone>;
export type MilestoneField = z.infer<typeof field>;
export type Requirement = z.infer<typeof requirement>;
