import type { ImportCounts, ImportOutcome } from '../../../contract/routes/imports.js';
import { figures } from './figures.js';

/** The lists of rows, as the address names them. */
export const lists = [...figures, 'warned'] as const;
export type RowListName = (typeof lists)[number];

/** The list that an address asks for; else the one that needs somebody most. */
export function listIn(search: URLSearchParams, counts: ImportCounts): RowListName {
  const asked = lists.find((each) => each === search.get('liste'));
  const first = (['rejected', 'updated', 'opened', 'unchanged'] as const).find((each) => counts[each] > 0);
  return asked ?? first ?? 'unchanged';
}

/** One refused cell. */
export type Refusal = NonNullable<ImportOutcome['errors']>[number] & { line: number };

export const refusalsIn = (outcomes: readonly ImportOutcome[]): Refusal[] =>
  outcomes.flatMap(({ line, errors = [] }) => errors.map((error) => ({ ...error, line })));

/** One remark about a row that goes in all the same. */
export type Warning = NonNullable<ImportOutcome['warnings']>[number] & { line: number };

export const warningsIn = (outcomes: readonly ImportOutcome[]): Warning[] =>
  outcomes.flatMap(({ line, warnings = [] }) => warnings.map((warning) => ({ ...warning, line })));
