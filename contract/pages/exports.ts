import { z } from 'zod';
import { line } from '../routes/fields.js';
import { listColumn, listFilters, listSort } from './list-filters.js';

/** What a list leaves Lotse for; it is recorded. */
export const exportPurpose = z.enum([
  'case_conference',
  'course_planning',
  'report',
  'absence_cover',
  'other',
]);
export type ExportPurpose = z.infer<typeof exportPurpose>;

/** The columns that an export may hold: a paper has no place in one. */
export const exportColumn = listColumn.exclude(['paper']);
export type ExportColumn = z.infer<typeof exportColumn>;

/** The list of journeys as it is shown, to be handed over as a file: all of its rows, in its order. */
export const newExport = z.strictObject({
  purpose: exportPurpose,
  filter: z.strictObject(listFilters),
  /** Beginnings of names, or of the Kennung: here and not in an address, and not recorded. */
  q: line(100).optional(),
  sort: listSort.default('name'),
  columns: z.array(exportColumn).max(exportColumn.options.length),
});
export type NewExport = z.infer<typeof newExport>;
