import { z } from 'zod';

/** A number and the query of the list that it opens: the list with that query has just so many items. */
export const figureCell = z.strictObject({ count: z.int(), query: z.record(z.string(), z.string()) });

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
      severity3: figureCell,
      severity2: figureCell,
      severity1: figureCell,
      /** Raised for more than seven days. */
      old: figureCell,
    }),
  ),
});
export type StuckFigures = z.infer<typeof stuckFigures>;
