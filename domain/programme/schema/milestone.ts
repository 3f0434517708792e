import { z } from 'zod';
import { retentionClasses } from '../../journey/classes.js';
import { fact } from './fact.js';
import { key, role, text } from './words.js';

const field = z
  .strictObject({
    name: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
    kind: z.enum(['day', 'enum', 'list', 'text', 'texts', 'int', 'flag']),
    values: z.array(z.string()).min(1).optional(),
    required: z.boolean().default(true),
    /** `plain` may stay readable for ever; everything else goes with the key of its class. */
    class: z.enum(['plain', ...retentionClasses]),
  })
  .refine(({ kind, values }) => (kind === 'enum' || kind === 'list') === (values !== undefined), {
    error: 'values belong to an enum or a list, and to nothing else',
    path: ['values'],
  });

/** What has to be so before something may happen; each unmet part is one sentence and the role that can clear it. */
export const requirement = z.strictObject({
  code: key,
  text,
  who: role,
  /** Holds where one of these facts stands. */
  anyOf: z.array(fact).min(1),
});

const moves = z.strictObject({
  to: key,
  /** Only where a field has this value. */
  when: z.strictObject({ field: z.string(), is: z.union([z.string(), z.boolean()]) }).optional(),
});

/** Something that the programme counts, with the fields of its data. */
export const milestone = z.strictObject({
  key,
  title: text,
  fields: z.array(field).default([]),
  recordedBy: z.array(role).default(['coach', 'coordinator']),
  requires: z.array(key).default([]),
  /** What is required besides where a field has one of these values. */
  requiresFor: z
    .array(
      z.strictObject({ field: z.string(), in: z.array(z.string()).min(1), requires: z.array(key).min(1) }),
    )
    .default([]),
  /** The phase that a journey is in at least, once this is reached. */
  moves: moves.optional(),
  /** The phase that it leads back to, the one exception to "never back". */
  movesBack: moves.optional(),
  /** Training, work or school has begun: after a while the engine moves on to follow-up. */
  places: z.boolean().default(false),
  /** It looks back on the journey, and is recorded also when that is closed. */
  afterClosing: z.boolean().default(false),
  /**
   * Whether another one may follow: with `reassessment: true`, of another `kind`, where a coordinator decides anew, or
   * once a milestone was recorded after the last one: a placement that was lost, a new assessment.
   */
  repeats: z
    .union([
      z.enum(['never', 'always', 'reassessment', 'other_kind', 'by_coordinator']),
      z.strictObject({ after: key }),
    ])
    .default('never'),
});

export type Milestone = z.infer<typeof milestone>;
export type MilestoneField = z.infer<typeof field>;
export type Requirement = z.infer<typeof requirement>;
