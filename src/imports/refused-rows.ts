import type { ImportOutcome } from '../../contract/routes/imports.js';
import { csvOf } from '../csv.js';
import { recordsOf } from './stored-file.js';

/** The column that says why; a register that comes back with it is read as if it were not there. */
const reasons = 'Fehler';

/**
 * The refused rows as they stood in the file, with a column that says why: CSV as a German spreadsheet reads it, to be
 * corrected and sent again.
 */
export function refusedRows(file: Buffer, outcomes: readonly ImportOutcome[]): string {
  const whyByLine = new Map(
    outcomes.flatMap(({ line, errors }) => (errors ? [[line, errors.map(reasonOf).join(' ')]] : [])),
  );
  const { header, rows } = recordsOf(file);
  const old = header.indexOf(reasons);
  const width = header.length;
  const own = (cells: readonly string[]): string[] =>
    Array.from({ length: Math.max(width, cells.length) }, (_, at) => cells[at] ?? '').filter(
      (_, at) => at !== old,
    );
  // first, so that it stays beside its row whatever a row has too many of
  const lines = [
    [reasons, ...own(header)],
    ...rows.flatMap(({ line, record }) => {
      const why = whyByLine.get(line);
      return why === undefined ? [] : [[why, ...own(record)]];
    }),
  ];
  return csvOf(lines);
}

const reasonOf = ({ column, expected, message }: NonNullable<ImportOutcome['errors']>[number]): string =>
  `${column}: ${message} Erwartet: ${expected}.`;
