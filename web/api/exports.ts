import type { ExportPurpose as Purpose } from '../../contract/pages/exports.js';
import type { ListColumn } from '../../contract/pages/list-filters.js';
import { request } from './request.js';

export type { Purpose };

/** What a file can be for, the likely first. */
export const exportPurposes: readonly Purpose[] = [
  'case_conference',
  'course_planning',
  'report',
  'absence_cover',
  'other',
];

/**
 * The list as a file: what a query of the list asks for, in a body, so that no name stands in an address.
 * @param query that of `GET /journeys`
 */
export async function makeExport(
  { q, sort, ...filter }: Readonly<Record<string, string | undefined>>,
  columns: readonly ListColumn[],
  purpose: Purpose,
): Promise<string> {
  const shown = columns.filter((column) => column !== 'paper');
  const body = { purpose, filter, q, sort, columns: shown };
  return (await request('POST', '/api/v1/exports', { body })).text;
}
