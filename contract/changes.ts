import { z } from 'zod';

/**
 * What of a journey may read differently now: lists across journeys (`deadlines`, `tasks`, `flags`, `messages`) and the
 * members of one.
 */
export const changedPart = z.enum([
  'phase',
  'coach',
  'participant',
  'documents',
  'milestones',
  'modules',
  'contacts',
  'overlays',
  'deadlines',
  'tasks',
  'flags',
  'messages',
]);
export type ChangedPart = z.infer<typeof changedPart>;

/**
 * What is told of a change: which one and of which kind; what it is now is asked for by the usual calls.
 * `journey`: of a colleague's journey without version and parts, and only when what the reader sees of it is another.
 * `gone`: it left the reader's scope. `import`: it has come further. `day`: it has begun in
 * Berlin, and whatever counts days shows others. `everything`: more than can be told one by one, or
 * nobody knows what was missed: whatever is shown is to be asked for again.
 */
export const change = z.union([
  z.strictObject({
    kind: z.literal('journey'),
    id: z.uuid(),
    /** As `Journey.version`: what the engine records does not raise it. */
    version: z.int().optional(),
    changed: z.array(changedPart).optional(),
  }),
  z.strictObject({ kind: z.literal('gone'), id: z.uuid() }),
  z.strictObject({ kind: z.literal('import'), id: z.uuid() }),
  z.strictObject({ kind: z.literal('day'), day: z.iso.date() }),
  z.strictObject({ kind: z.literal('everything') }),
]);
export type Change = z.infer<typeof change>;
