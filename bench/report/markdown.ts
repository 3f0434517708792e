import type { Measurement } from '../measurement.js';

/** A table as Prettier leaves it: every column as wide as its widest cell. */
export function markdownTable(rows: readonly (readonly string[])[]): string {
  const [head = []] = rows;
  const widths = head.map((_, column) => Math.max(3, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${widths.map((width, column) => (cells[column] ?? '').padEnd(width)).join(' | ')} |`;
  const rule = line(widths.map((width) => '-'.repeat(width)));
  return [line(head), rule, ...rows.slice(1).map(line)].join('\n');
}

/** The figures of a group; `wordsOf` says what each is. */
export function figuresTable(
  measurements: readonly Measurement[],
  wordsOf: (measurement: Measurement) => string,
): string {
  return markdownTable([
    ['what', 'to reach', 'median', 'lowest to highest'],
    ...measurements.map((each) => [
      wordsOf(each),
      each.target ?? '',
      `${grouped(each.value)} ${each.unit}${each.met === false ? ', missed' : ''}`,
      each.min === each.max ? '' : `${grouped(each.min)} to ${grouped(each.max)}`,
    ]),
  ]);
}

/** `12,345.6`: digits in threes, as the page is in English. */
export const grouped = (value: number): string => value.toLocaleString('en');

/**
 * Puts text between the two markers of a block, `<!-- bench:name -->` and `<!-- /bench:name -->`.
 * @throws Error where the document has no such block
 */
export function withBlock(document: string, name: string, text: string): string {
  const [from, to] = [`<!-- bench:${name} -->`, `<!-- /bench:${name} -->`];
  const [start, end] = [document.indexOf(from), document.indexOf(to)];
  if (start < 0 || end < start) throw new Error(`The document has no block ${name}`);
  return `${document.slice(0, start + from.length)}\n\n${text}\n\n${document.slice(end)}`;
}
