import { z } from 'zod';
import { anchorKey, key, moduleKey } from './words.js';

/**
 * A named date or figure and the record that holds it. The rules' code knows a milestone's data only by such names;
 * of several records each newer one ends what the one before had set off.
 */
export const anchor = z.discriminatedUnion('of', [
  z.strictObject({
    key: anchorKey,
    of: z.literal('document'),
    field: z.enum(['validUntil', 'validFrom', 'recordedOn']),
  }),
  z.strictObject({ key: anchorKey, of: z.literal('person'), field: z.literal('bornOn') }),
  z.strictObject({ key: anchorKey, of: z.literal('journey'), field: z.enum(['openedOn', 'closedOn']) }),
  /** `on` is the day of the milestone itself; any other field one of its data. */
  z.strictObject({
    key: anchorKey,
    of: z.literal('milestone'),
    milestones: z.array(key).min(1),
    field: z.string(),
  }),
  /** The day on which an instance of the module came into one of these states. */
  z.strictObject({
    key: anchorKey,
    of: z.literal('module'),
    module: moduleKey,
    states: z.array(z.string()).min(1),
  }),
]);

export type AnchorDefinition = z.infer<typeof anchor>;
