import { z } from 'zod';
import { name } from './person.js';

/** Who did something: an account's id, or the engine. `name` is a person's. */
export const actor = z.strictObject({
  kind: z.enum(['person', 'engine', 'demonstration']),
  id: z.string(),
  role: z.string().optional(),
  name: z.string().optional(),
});

/** The journey to which an item of a list belongs. */
export const journeyRef = z.strictObject({ id: z.uuid(), externalId: z.string().optional(), name });
export type JourneyRef = z.infer<typeof journeyRef>;
