import { z } from 'zod';
import { line } from '../routes/fields.js';
import { listColumn, listFilters, listSort } from './list-filters.js';

/** Who sees a view beside whoever keeps it. Everybody sees her own people in it, and only them. */
const sharedWith = z.enum(['nobody', 'coordination', 'all']);

const what = {
  /** What the view is called; a person's name has no place in it. */
  name: line(60),
  sharedWith,
  filters: z.strictObject({ ...listFilters, open: listFilters.open.unwrap().optional() }),
  /** None: those that the list has by itself. */
  columns: z.array(listColumn).max(listColumn.options.length),
  sort: listSort,
};

/** A view to be kept. */
export const newView = z.strictObject({
  ...what,
  sharedWith: sharedWith.default('nobody'),
  columns: what.columns.default([]),
  sort: listSort.default('name'),
});
export type NewView = z.infer<typeof newView>;

/** What changes of a view; what is not named stays. */
export const changedView = z.strictObject(what).partial();

/** A view as somebody sees it. */
export const view = z.strictObject({
  id: z.uuid(),
  ...what,
  /** Whose it is; `null`: it comes with Lotse, and nobody changes it. */
  owner: z.strictObject({ name: z.string(), isMe: z.boolean() }).nullable(),
  /** How many journeys whoever asks sees in it now. */
  count: z.int(),
});
export type View = z.infer<typeof view>;
