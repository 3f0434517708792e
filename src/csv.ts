/**
 * Rows as a German spreadsheet reads them: semicolons, UTF-8 with its mark, CRLF. What a spreadsheet would take for a formula
 * gets a tab before it: then it is a text there, and the reader of registers takes spaces away again.
 */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((cells) => cells.map(cellOf).join(';')).join('\r\n')}\r\n`;

function cellOf(text: string): string {
  const safe = /^\s*[=+\-@]/.test(text) ? `\t${text}` : text;
  return /[";\r\n\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
