import type { ImportOutcome } from '../../contract/routes/imports.js';
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
  return `\uFEFF${lines.map((cells) => cells.map(cellOf).join(';')).join('\r\n')}\r\n`;
}

const reasonOf = ({ column, expected, message }: NonNullable<ImportOutcome['errors']>[number]): string =>
  `${column}: ${message} Erwartet: ${expected}.`;

/**
 * A cell in quotes. What a spreadsheet would take for a formula gets a tab before it: then it is a text there, and the
 * reader of registers takes spaces away again.
 */
function cellOf(text: string): string {
  const safe = /^\s*[=+\-@]/.test(text) ? `\t${text}` : text;
  return /[";\r\n\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
