import { z } from 'zod';
import { isRecordable } from '../../domain/deadlines/day.js';

const withoutControls = (allowed: string) =>
  [
    (value: string) => !/\p{Cc}/u.test(value.replace(new RegExp(`[${allowed}]`, 'g'), '')),
    { error: 'expected no control characters', params: { code: 'invalid-characters' } },
  ] as const;

/** One line of text, 1 to `max` characters after trimming: control characters break logs and mails. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine(...withoutControls(''));

/** A text of several lines, 1 to `max` characters after trimming. */
export const text = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine(...withoutControls('\t\n\r'));

/** A calendar day `YYYY-MM-DD` that exists and can be watched. */
export const day = z.iso.date().refine(isRecordable, {
  error: 'expected a day from 1900-01-01 to 2040-12-31',
  params: { code: 'invalid-date' },
});

/** An id as a caller writes it, in small letters from here on: two spellings are one id. */
export const id = z.uuid().toLowerCase();

/** An instant as RFC 3339 with an offset. */
export const instant = z.iso.datetime({ offset: true });

/** An e-mail address, folded to lower case: two spellings are one address. */
export const email = z.string().trim().toLowerCase().pipe(z.email().max(254));

/** A whole number in a query, where everything arrives as text. */
export const countInQuery = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.int().min(min).max(max));

/** The query of every list: `?limit=&cursor=`, at most 200 items at once, 50 where nothing is said. */
export const paging = {
  limit: countInQuery(1, 200).default(50),
  cursor: z.string().min(1).max(500).optional(),
};

/** The answer of every list; `nextCursor` is null on the last page. */
export const page = <T extends z.ZodType>(item: T) =>
  z.strictObject({ items: z.array(item), nextCursor: z.string().nullable() });
