import { z } from 'zod';
import { email } from '../routes/fields.js';
import { flowFilters } from './lists.js';

/** Whole weeks from today on; relative, so that what is kept today means the same next month. */
const weeks = z.string().regex(/^[1-9]\d?$/);
const yesOrNo = z.enum(['true', 'false']);

/** What the list of journeys, a view of it and an act on many can be filtered by: all of them as texts, as a query has them. */
export const listFilters = {
  open: z.enum(['true', 'false', 'all']).default('true'),
  phase: z.string().max(60).optional(),
  commune: z.string().max(60).optional(),
  /** By e-mail; `me` is whoever asks, so that no address need stand in a query; `none`: nobody accompanies the journey. */
  coach: z.union([z.enum(['me', 'none']), email]).optional(),
  /** BCP 47; `fa` finds `fa-AF` too. */
  language: z.string().max(20).optional(),
  /** Whether a flag is raised. */
  flagged: yesOrNo.optional(),
  /** A flag of this rule is raised. */
  rule: z.string().max(60).optional(),
  /** A module that has not ended. */
  module: z.string().max(10).optional(),
  /** Where a module that has not ended stands: the one that is asked for, else any. */
  moduleState: z.string().max(20).optional(),
  /** A deadline that is not done ends within so many weeks, their last day included. */
  dueWeeks: weeks.optional(),
  /** The current paper ends within so many weeks, their last day included, or has ended. */
  paperWeeks: weeks.optional(),
  /** Whether the renewal of the current paper was asked for, with proof. */
  renewalAsked: yesOrNo.optional(),
  ...flowFilters,
};

/** By what the list can be sorted. */
export const listSort = z.enum([
  'nextDue',
  'phase',
  'commune',
  'severity',
  'lastContactOn',
  'paper',
  'name',
  'externalId',
]);

/** Columns beside the name. */
export const listColumn = z.enum([
  'externalId',
  'phase',
  'paper',
  'due',
  'flags',
  'modules',
  'contact',
  'language',
  'commune',
  'coach',
]);
export type ListSort = z.infer<typeof listSort>;
export type ListColumn = z.infer<typeof listColumn>;
