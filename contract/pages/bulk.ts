import { z } from 'zod';
import { assignCoach, proposeModule, recordContact } from '../journeys/commands.js';
import { missing } from '../problem.js';
import { id } from '../routes/fields.js';
import { need } from './act.js';
import { listFilters } from './list-filters.js';

/** What can be done in many journeys at once; the bodies are those of the acts on one. */
const bodies = {
  assign_coach: assignCoach,
  propose_module: proposeModule,
  record_contact: recordContact,
} as const;
export const bulkCommand = z.enum(['assign_coach', 'propose_module', 'record_contact']);
export type BulkCommand = z.infer<typeof bulkCommand>;

/** As many ids as a body holds; more are named by a filter. */
const mostIds = 20_000;

const asked = {
  /** In which journeys: by id, each once, in the order in which they are acted on … */
  ids: z.array(id).min(1).max(mostIds).optional(),
  /** … or all that the caller sees in full and this filter finds now. */
  filter: z.strictObject(listFilters).optional(),
  /** Says what would happen in each, and records nothing. */
  dryRun: z.boolean().default(false),
};

const wanted = <Name extends BulkCommand>(command: Name) =>
  z.strictObject({ command: z.literal(command), body: bodies[command], ...asked });

/** An act on many journeys, which are named by `ids` or by `filter`. */
export const bulkAct = z
  .discriminatedUnion('command', [wanted('assign_coach'), wanted('propose_module'), wanted('record_contact')])
  .refine(({ ids, filter }) => (ids === undefined) !== (filter === undefined), {
    path: ['ids'],
    error: 'expected either ids or a filter',
    params: { code: 'ids-or-filter' },
  });
export type BulkAct = z.infer<typeof bulkAct>;

/**
 * What became of a journey, or in a dry run would become of it. `unchanged`: it is so already, or has become otherwise
 * meanwhile. `refused`: the rules stand against it.
 */
export const bulkOutcome = z.strictObject({
  journeyId: z.uuid(),
  outcome: z.enum(['done', 'unchanged', 'refused']),
  /** What it changes, in one sentence. */
  effect: z.string().optional(),
  /** Why it was left as it was, and what has to come first. */
  why: z.strictObject({ code: z.string(), text: z.string(), missing: z.array(missing) }).optional(),
});
export type BulkOutcome = z.infer<typeof bulkOutcome>;

/** An act on many journeys as far as it has come. */
export const bulkAnswer = z.strictObject({
  id: z.uuid(),
  command: bulkCommand,
  dryRun: z.boolean(),
  state: z.enum(['queued', 'running', 'done', 'failed']),
  rows: z.int(),
  done: z.int(),
  unchanged: z.int(),
  refused: z.int(),
  /** Until then all of it can be taken back at once. */
  undoUntil: z.string().nullable(),
  /** It takes this one back. */
  undoes: z.uuid().optional(),
  /** It was taken back by this one. */
  undoneBy: z.uuid().optional(),
  outcomes: z.array(bulkOutcome),
  /**
   * Of a dry run that gives journeys to a coach: how many open journeys lie with everybody concerned, by name, and which of
   * the rows would leave or come. `coach` by e-mail; `none`: nobody.
   */
  loads: z
    .array(
      z.strictObject({
        coach: z.string(),
        name: z.string(),
        journeys: z.int(),
        gives: z.array(z.uuid()),
        gets: z.array(z.uuid()),
      }),
    )
    .optional(),
});
export type BulkAnswer = z.infer<typeof bulkAnswer>;

/** Something that the caller may do in many journeys at once: `body` completed by the `needs` is what `POST /bulk` takes. */
export const bulkOffer = z.strictObject({
  command: bulkCommand,
  label: z.string(),
  body: z.record(z.string(), z.unknown()),
  needs: z.array(need),
});
export type BulkOffer = z.infer<typeof bulkOffer>;
