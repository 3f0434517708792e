import { z } from 'zod';
import { flag } from '../journeys/attention.js';
import { countInQuery, day } from '../routes/fields.js';
import { act } from './act.js';
import { placeFilters, whereabouts } from './lists.js';

/** Which flags are counted: severities stand beside each other there. */
export const figureFilters = {
  rule: z.string().max(60).optional(),
  ...placeFilters,
  phase: z.string().max(60).optional(),
  /** BCP 47; `fa` finds `fa-AF` too. */
  language: z.string().max(20).optional(),
  /** Raised for more than so many days. */
  olderThan: countInQuery(0, 3650).optional(),
  /** Whether somebody has put it aside until today or a later day. */
  snoozed: z.enum(['true', 'false', 'all']).default('all'),
  /** Whether it is the engine's own (`planning_failed`): a machine's fault, nothing that stands in a person's way. */
  technical: z.enum(['true', 'false', 'all']).default('all'),
};

/** Which flags are listed. */
export const flagFilters = { ...figureFilters, severity: z.enum(['1', '2', '3']).optional() };

/** A flag in a list across journeys, with what can be done about it. */
export const flagItem = flag.extend({
  ...whereabouts,
  lastContactOn: day.nullable(),
  actions: z.array(act),
});
export type FlagItem = z.infer<typeof flagItem>;
