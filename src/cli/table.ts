/**
 * Rows in columns, two spaces apart. What comes from outside could move the cursor or colour the screen: control
 * characters become spaces.
 */
export function aligned(rows: readonly (readonly string[])[]): string[] {
  const cells = rows.map((row) => row.map((cell) => cell.replace(/\p{Cc}+/gu, ' ')));
  const columns = Math.max(0, ...cells.map(({ length }) => length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...cells.map((row) => lengthOf(row[column]))),
  );
  const pad = (cell: string, column: number): string =>
    cell + ' '.repeat((widths[column] ?? 0) - lengthOf(cell));
  return cells.map((row) => row.map(pad).join('  ').trimEnd());
}

/** The same under titles, as one text. */
export const table = (titles: readonly string[], rows: readonly (readonly string[])[]): string =>
  aligned([titles, ...rows]).join('\n');

const characters = new Intl.Segmenter('de');

/** By characters as they are read, not by UTF-16 units. */
const lengthOf = (cell = ''): number => [...characters.segment(cell)].length;
