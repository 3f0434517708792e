import { z } from 'zod';
import { day, id } from '../routes/fields.js';

const employmentNote = z.enum(['allowed', 'with_permission', 'not_allowed', 'unknown']);

const shown = {
  /** A kind that the journey's programme knows, such as `toleration_60a`. */
  kind: z.string().regex(/^[a-z][a-z0-9_]{1,60}$/),
  /** The printed day, the last one on which it is valid. */
  validUntil: day,
  validFrom: day.optional(),
  employmentNote: employmentNote.default('unknown'),
};

/** A residence paper that was shown when a journey was opened. */
export const newPaper = z.strictObject(shown);

/** A residence paper that was shown; `corrects` is the id of the record of the same paper that was wrong. */
export const recordedPaper = z.strictObject({ ...shown, corrects: id.optional() });

/** A paper as a journey shows it; of one that was erased only that it was there. */
export const document = z.strictObject({
  id: z.uuid(),
  kind: z.string().optional(),
  validFrom: day.optional(),
  validUntil: day.optional(),
  employmentNote: z.string().optional(),
  recordedAt: z.string(),
  current: z.boolean(),
  withdrawn: z.literal(true).optional(),
});
export type Document = z.infer<typeof document>;

/** That the renewal of the current paper was asked for; of one that was erased only that it was there. */
export const renewalRequest = z.strictObject({
  id: z.uuid(),
  on: day.optional(),
  proof: z.enum(['receipt_seen', 'third_party_confirmed', 'self_reported']).optional(),
  recordedAt: z.string(),
  withdrawn: z.literal(true).optional(),
});
export type RenewalRequest = z.infer<typeof renewalRequest>;
