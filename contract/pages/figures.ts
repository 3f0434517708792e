import { z } from 'zod';

/** A number and the query of the list that it opens: `/flags?<query>` has just so many items. */
const cell = z.strictObject({ count: z.int(), query: z.record(z.string(), z.string()) });

/**
 * How many flags there are, by reason, commune or coach; groups without any are left out. Faults of the engine's are
 * counted only where they are asked for, and then alone.
 */
export const stuckFigures = z.strictObject({
  by: z.enum(['rule', 'commune', 'coach']),
  flags: z.int(),
  journeys: z.int(),
  groups: z.array(
    z.strictObject({
      key: z.string(),
      label: z.string(),
      severity3: cell,
      severity2: cell,
      severity1: cell,
      /** Raised for more than seven days. */
      old: cell,
    }),
  ),
});
export type StuckFigures = z.infer<typeof stuckFigures>;
