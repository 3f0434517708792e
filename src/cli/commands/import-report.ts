import type { ImportAnswer } from '../../../contract/routes/imports.js';
import { table } from '../table.js';

/** How many lines of one warning are named. */
const namedLines = 8;

/**
 * What became of an import, for a person: the counts, every refused cell, the warnings by kind.
 * @param showFound whether cells are quoted: on the terminal of whoever holds the file, not in a pipe's log
 */
export function importReport(
  answer: ImportAnswer,
  { dryRun }: { dryRun?: true },
  showFound: boolean,
): string {
  const { rows, opened, updated, unchanged, rejected } = answer;
  const counts = `${rows} rows: ${opened} opened, ${updated} updated, ${unchanged} unchanged, ${rejected} rejected`;
  return [
    dryRun ? `${counts} (dry run: nothing was recorded)` : counts,
    ...refusals(answer, showFound),
    ...warnings(answer),
  ].join('\n');
}

function refusals({ outcomes }: ImportAnswer, showFound: boolean): string[] {
  const cells = outcomes.flatMap(({ line, errors = [] }) =>
    errors.map(({ column, found, expected, message }) => [
      String(line),
      column,
      ...(showFound ? [found] : []),
      expected,
      message,
    ]),
  );
  if (cells.length === 0) return [];
  return ['', table(['Line', 'Column', ...(showFound ? ['Found'] : []), 'Expected', 'Message'], cells)];
}

function warnings({ outcomes }: ImportAnswer): string[] {
  const lines = new Map<string, number[]>();
  for (const { line, warnings: found = [] } of outcomes) {
    for (const { code, column, message } of found) {
      const kind = `${code}${column === undefined ? '' : ` in ${column}`}: ${message}`;
      lines.set(kind, [...(lines.get(kind) ?? []), line]);
    }
  }
  if (lines.size === 0) return [];
  return ['', ...[...lines].map(([kind, at]) => `${at.length} × ${kind} Lines ${listed(at)}`)];
}

function listed(lines: readonly number[]): string {
  const more = lines.length - namedLines;
  return `${lines.slice(0, namedLines).join(', ')}${more > 0 ? ` and ${more} more` : ''}.`;
}
