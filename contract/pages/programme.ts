import { z } from 'zod';

export type { Compute } from '../../domain/programme/schema/compute.js';
export type { DeadlineRule } from '../../domain/programme/schema/deadline.js';
export type { Fact } from '../../domain/programme/schema/fact.js';
export type { Milestone } from '../../domain/programme/schema/milestone.js';
export type { Programme } from '../../domain/programme/schema/programme.js';
export type { StuckCause, StuckRule, StuckStart } from '../../domain/programme/schema/stuck.js';

/** A text in one language as it reads with a made-up person's data. */
const wording = z.strictObject({
  /** BCP 47. */
  language: z.string(),
  direction: z.enum(['ltr', 'rtl']),
  version: z.int(),
  /** Whether a speaker of the language has read it. */
  reviewed: z.boolean(),
  /** Empty where a person tells it. */
  subject: z.string(),
  text: z.string(),
});

/** Every text for participants in every language in which it is written. */
export const programmeTexts = z.strictObject({
  /** BCP 47, in the order of their names. */
  languages: z.array(z.string()),
  texts: z.array(
    z.strictObject({
      key: z.string(),
      /** `protected`: told by a person, a neutral text goes out in its place. */
      exposure: z.enum(['open', 'protected']),
      wordings: z.array(wording),
    }),
  ),
});
export type ProgrammeTexts = z.infer<typeof programmeTexts>;
