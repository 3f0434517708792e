import { z } from 'zod';

/** A text for participants as it reads in one language. */
export const wording = z.strictObject({
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
