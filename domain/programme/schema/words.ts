import { z } from 'zod';

/** A key in small letters: of a milestone, a rule, a phase. */
export const key = z.string().regex(/^[a-z][a-z0-9_]*$/, 'a key in small letters, digits and underscores');

/** A module such as `F1`. */
export const moduleKey = z.string().regex(/^F\d$/, 'a module such as F1');

/** A named date or figure: `training.startsOn`. */
export const anchorKey = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*\.[a-z][A-Za-z0-9]*$/, 'a named date such as training.startsOn');

/** What staff read, in both languages of the interface. */
export const text = z.strictObject({ de: z.string().min(1), en: z.string().min(1) });

/** Who records something or is told by Lotse. */
export const role = z.enum(['coach', 'coordinator']);
export const recipient = z.enum(['participant', 'coach', 'coordinator']);

/** `-8w`, `-3d`, `0d`, `+2w`, `-6M`: weeks, days or calendar months from a day. */
export const offset = z.string().regex(/^[+-]?\d+[dwM]$/, 'an offset such as -8w, -3d, 0d, +2w or -6M');

/** `30d`, `6w`, `12M`, `4M15d`: how long something may last. */
export const span = z.string().regex(/^(\d+[dwM])+$/, 'a span such as 30d, 6w, 12M or 4M15d');

/** One value for each recipient. */
export const perRecipient = <Value extends z.ZodType>(value: Value) =>
  z.strictObject({ participant: value, coach: value, coordinator: value });

/** A list that names each key once. */
export const listOf = <Item extends z.ZodType<{ key: string }>>(item: Item) =>
  z.array(item).superRefine((list, context) => {
    list.forEach(({ key: name }, at) => {
      if (list.findIndex((each) => each.key === name) === at) return;
      context.addIssue({ code: 'custom', path: [at, 'key'], message: `"${name}" stands here a second time` });
    });
  });
