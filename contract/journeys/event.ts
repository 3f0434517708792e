import { z } from 'zod';
import { missing } from '../problem.js';
import { actor } from './shared.js';

/** Something that has happened; `data` holds what the reader's role may see. */
export const event = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  type: z.string(),
  occurredAt: z.string(),
  recordedAt: z.string(),
  actor,
  commandId: z.uuid(),
  /** The event or command that led to it, where that is another one. */
  because: z.uuid().optional(),
  data: z.record(z.string(), z.unknown()),
  text: z.string(),
});
export type EventView = z.infer<typeof event>;

/** What lies ahead and why, and what does not happen and what is missing for it. */
export const why = z.strictObject({
  acts: z.array(
    z.strictObject({
      at: z.string(),
      act: z.string(),
      because: z.uuid(),
      rule: z.string(),
      /** The rule's title in the reader's language. */
      title: z.string(),
      programmeVersion: z.int(),
    }),
  ),
  notYet: z.array(z.strictObject({ what: z.string(), missing: z.array(missing) })),
});
export type Why = z.infer<typeof why>;
