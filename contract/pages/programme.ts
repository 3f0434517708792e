import { z } from 'zod';
import { wording } from './wording.js';

export type { Compute } from '../../domain/programme/schema/compute.js';
export type { DeadlineRule } from '../../domain/programme/schema/deadline.js';
export type { Fact } from '../../domain/programme/schema/fact.js';
export type { Milestone } from '../../domain/programme/schema/milestone.js';
export type { Programme } from '../../domain/programme/schema/programme.js';
export type { StuckCause, StuckRule, StuckStart } from '../../domain/programme/schema/stuck.js';

/** Every text for participants in every language in which it is written, with a made-up person's data. */
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
