import { z } from 'zod';
import { anchorKey } from './words.js';

/** What a computation starts from: a named date, the outcome of another computation, or the rule's own anchor. */
type From = { from?: string | Compute | undefined };

/** How a day follows from a recorded one: the date functions of the law, and how their outcomes are chosen between. */
export type Compute =
  | ({ fn: 'printed' } & From)
  | ({
      fn: 'eventEnd';
      weeks?: number | undefined;
      months?: number | undefined;
      years?: number | undefined;
    } & From)
  | ({
      fn: 'inclusiveEnd';
      months?: number | undefined;
      years?: number | undefined;
      /** The months stand in the records: a probation period. */
      monthsFrom?: string | undefined;
    } & From)
  | ({ fn: 'monthsBefore'; months: number } & From)
  | ({ fn: 'plusDays'; days: number } & From)
  | ({ fn: 'lastDayOfMonth' } & From)
  /** The first such day of a year on or after the date. */
  | ({ fn: 'annual'; month: number; day: number } & From)
  /** The first day of a table of the programme on or after the date: windows that somebody sets each year. */
  | ({ fn: 'table'; table: string } & From)
  | { fn: 'max' | 'min'; of: Compute[] }
  /** The first that can be computed: a printed period before the statutory one. */
  | { fn: 'first'; of: Compute[] }
  /** The law of the day of the rule's own anchor: the first entry whose `until` has not passed, else the last. */
  | { fn: 'byLaw'; of: { until?: string | undefined; is: Compute }[] };

const count = z.int().min(1);

export const compute: z.ZodType<Compute> = z.lazy(() => {
  const from = z.union([anchorKey, compute]).optional();
  return z.discriminatedUnion('fn', [
    z.strictObject({ fn: z.literal('printed'), from }),
    z
      .strictObject({
        fn: z.literal('eventEnd'),
        weeks: count.optional(),
        months: count.optional(),
        years: count.optional(),
        from,
      })
      .refine(
        ({ weeks, months, years }) => only(weeks, months, years),
        'exactly one of weeks, months, years',
      ),
    z
      .strictObject({
        fn: z.literal('inclusiveEnd'),
        months: count.optional(),
        years: count.optional(),
        monthsFrom: anchorKey.optional(),
        from,
      })
      .refine(
        ({ months, years, monthsFrom }) => only(months, years, monthsFrom),
        'exactly one of months, years, monthsFrom',
      ),
    z.strictObject({ fn: z.literal('monthsBefore'), months: count, from }),
    z.strictObject({ fn: z.literal('plusDays'), days: z.int(), from }),
    z.strictObject({ fn: z.literal('lastDayOfMonth'), from }),
    z.strictObject({
      fn: z.literal('annual'),
      month: z.int().min(1).max(12),
      day: z.int().min(1).max(28),
      from,
    }),
    z.strictObject({ fn: z.literal('table'), table: z.string(), from }),
    z.strictObject({ fn: z.literal('max'), of: z.array(compute).min(1) }),
    z.strictObject({ fn: z.literal('min'), of: z.array(compute).min(1) }),
    z.strictObject({ fn: z.literal('first'), of: z.array(compute).min(1) }),
    z.strictObject({
      fn: z.literal('byLaw'),
      of: z.array(z.strictObject({ until: z.iso.date().optional(), is: compute })).min(1),
    }),
  ]);
});

const only = (...given: unknown[]): boolean => given.filter((each) => each !== undefined).length === 1;
