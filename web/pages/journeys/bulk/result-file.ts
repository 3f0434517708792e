import type { BulkOutcome } from '../../../../contract/pages/bulk.js';
import type { People } from '../people.js';

/** The headings of the file, and what became of somebody in words. */
export interface FileWords {
  heads: readonly [kennung: string, outcome: string];
  outcome: (row: BulkOutcome) => string;
}

/** What a spreadsheet would take for a formula is kept a text. */
const harmless = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);

const quoted = (cell: string): string => `"${harmless(cell).replaceAll('"', '""')}"`;

/** What became of each as a German spreadsheet reads it: by Kennung, without a name, semicolons, UTF-8 with its mark. */
export function resultFile(outcomes: readonly BulkOutcome[], people: People, words: FileWords): string {
  const rows = outcomes.map((row) => [
    people.get(row.journeyId)?.externalId ?? row.journeyId,
    words.outcome(row),
  ]);
  return `\uFEFF${[words.heads, ...rows].map((cells) => cells.map(quoted).join(';')).join('\r\n')}\r\n`;
}
