/** A value as COPY takes it in its text format. */
export const copyCell = (value: unknown): string =>
  value === null || value === undefined
    ? String.raw`\N`
    : escaped(typeof value === 'object' ? JSON.stringify(value) : String(value));

/** JSON has no tabs and line breaks of its own; backslashes it has. */
export const escaped = (text: string): string => (text.includes('\\') ? text.replaceAll('\\', '\\\\') : text);

/** Rows as lines, their columns in the order in which they have them. */
export const copyLines = (rows: readonly object[]): string =>
  rows.map((row) => `${Object.values(row).map(copyCell).join('\t')}\n`).join('');
