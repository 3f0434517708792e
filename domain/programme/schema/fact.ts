import { z } from 'zod';
import { key, moduleKey } from './words.js';

/**
 * Something that may be so in a journey. Requirements, what a deadline applies to, what makes it done and what clears
 * a flag are all said in these.
 */
export const fact = z.union([
  /** A milestone stands; with one of these values in a field, and proven by more than the participant's word. */
  z.strictObject({
    milestone: key,
    /** Only the newest one counts: an earlier finding may have changed. */
    newest: z.literal(true).optional(),
    field: z.string().optional(),
    in: z
      .array(z.union([z.string(), z.boolean()]))
      .min(1)
      .optional(),
    proven: z.literal(true).optional(),
  }),
  /** The journey is in that phase or a later one, and open. */
  z.strictObject({ phaseFrom: key }),
  z.strictObject({ consent: z.enum(['case_work', 'reminders', 'provider']) }),
  z.strictObject({ takenOver: z.literal(true) }),
  z.strictObject({ closed: z.literal(true) }),
  /** The current paper is of one of these kinds. */
  z.strictObject({ documentKind: z.array(key).min(1) }),
  /** A day until which the current paper is valid is known. */
  z.strictObject({ documentDay: z.literal(true) }),
  /** The note on the current paper is another one. */
  z.strictObject({ employmentNoteNot: z.string() }),
  /** The renewal of the current paper was asked for, with proof that a third party could confirm. */
  z.strictObject({ renewalRequest: z.literal('proven') }),
  z.strictObject({ schoolCertificateNot: z.array(z.string()).min(1) }),
  z.strictObject({ germanLevelFrom: z.string() }),
  /** An instance of the module is in one of these states. */
  z.strictObject({ module: moduleKey, state: z.array(z.string()).min(1) }),
]);

export type Fact = z.infer<typeof fact>;
