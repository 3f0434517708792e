import { z } from 'zod';

/** One bad field. `pointer` is an RFC 6901 pointer into the body, or into what `in` names. */
export const fieldError = z.strictObject({
  pointer: z.string(),
  code: z.string(),
  message: z.string(),
  in: z.enum(['query', 'header']).optional(),
});
export type FieldError = z.infer<typeof fieldError>;

/** Something that has to come first: a sentence for the reader and the role that can clear it. */
export const missing = z.strictObject({ code: z.string(), text: z.string(), who: z.string() });
export type Missing = z.infer<typeof missing>;

/** Every refusal (RFC 9457). `code` is stable and is what clients decide by; the sentences may change. */
export const problem = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string().optional(),
  errors: z.array(fieldError).optional(),
  missing: z.array(missing).optional(),
  requestId: z.string().optional(),
});
export type ProblemBody = z.infer<typeof problem>;
