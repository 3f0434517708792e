import { CsvError, parse } from 'csv-parse/sync';
import { columnNamed, columns, requiredColumns, type Column } from './columns.js';
import type { FileProblem } from './decode.js';

/** One data line: where its record begins in the file, its cells by column, and cells beyond the last column. */
export interface Line {
  line: number;
  cells: Partial<Record<Column, string>>;
  surplus: string[];
}

export type Table = { lines: Line[] } | { problem: FileProblem };

type Row = { record: string[]; info: { lines: number } };

export type Separator = ';' | ',' | '\t';

/** A file's records as they stand in it: the header, and each line with where it begins; no cell is looked into. */
export interface Records {
  separator: Separator;
  header: string[];
  rows: { line: number; record: string[] }[];
}

/** Splits a file's text into its lines. Columns that a register does not know are left out, empty lines too. */
export function readTable(text: string): Table {
  try {
    return tableOf(readRecords(text));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const message =
      'Ein Anführungszeichen wird geöffnet, aber bis zum Ende der Datei nicht geschlossen. Bitte die Datei neu als CSV speichern.';
    return { problem: { code: 'unclosed-quote', message } };
  }
}

/** Splits a file's text. @throws CsvError where a quote is not closed */
export function readRecords(text: string): Records {
  const separator = separatorOf(text);
  const [header, ...rows] = split(text, separator);
  return {
    separator,
    header: header?.record ?? [],
    // `info.lines` counts up to the end of the record; cells may contain line breaks.
    rows: rows.map(({ record, info }) => ({
      line: info.lines - record.join('').split('\n').length + 1,
      record,
    })),
  };
}

function tableOf({ header, rows }: Records): Table {
  const named = header.map(columnNamed);
  const found = named.filter((column) => column !== undefined);
  const missing = requiredColumns.filter((column) => !found.includes(column));
  if (missing.length > 0) return { problem: missingColumns(missing, found) };
  const repeated = found.find((column, index) => found.indexOf(column) !== index);
  if (repeated !== undefined) {
    const message = `Die Spalte „${repeated}“ kommt mehrmals vor. Bitte nur eine davon behalten.`;
    return { problem: { code: 'repeated-column', message } };
  }
  const lines = rows.map(({ record, line }): Line => {
    const cells = named.flatMap((column, index) => (column ? [[column, clean(column, record[index])]] : []));
    const surplus = record.slice(header.length).filter((cell) => cell.trim() !== '');
    return { line, cells: Object.fromEntries(cells) as Line['cells'], surplus };
  });
  return { lines: lines.filter(({ cells, surplus }) => [...Object.values(cells), ...surplus].some(Boolean)) };
}

function split(text: string, delimiter: string): Row[] {
  return parse(text, {
    delimiter,
    info: true,
    record_delimiter: '\n',
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  }) as unknown as Row[];
}

/** The separator with which the header names most columns. */
function separatorOf(text: string): Separator {
  const header = text.trimStart().split('\n', 1)[0] ?? '';
  const known = (separator: string) => header.split(separator).filter((cell) => columnNamed(cell)).length;
  return ([';', ',', '\t'] as const).reduce<Separator>(
    (best, separator) => (known(separator) > known(best) ? separator : best),
    ';',
  );
}

/** Spaces that cannot be seen make no difference; only a remark has lines. A lone dash says that there is nothing. */
function clean(column: Column, cell = ''): string {
  const spaces = column === 'Bemerkung' ? /[^\S\n]+|(?!\n)\p{Cc}/gu : /[\s\p{Cc}]+/gu;
  const written = cell.normalize('NFC').replace(spaces, ' ').trim();
  return /^[-–—]$/.test(written) ? '' : written;
}

/** Names only columns that are known: a file without header would show a person here. */
function missingColumns(missing: Column[], found: Column[]): FileProblem {
  const list = (names: readonly string[]) => names.map((name) => `„${name}“`).join(', ') || 'keine';
  const message =
    `Die erste Zeile muss die Spaltennamen enthalten. Es fehlen: ${list(missing)}. ` +
    `Gefunden: ${list(found)}. Möglich sind: ${list(columns)}.`;
  return { code: 'missing-columns', message };
}
