import type { ImportAnswer } from '../../../contract/routes/imports.js';
import { table } from '../table.js';

/** How many lines of one warning, or of updated rows, are named. */
const namedLines = 8;

/**
 * What became of an import, for a person: the counts, every refused cell, what was taken over of edited rows, and the
 * warnings by kind.
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
    ...updates(answer),
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

/** By what was taken over: rows that were edited alike stand together. */
function updates({ outcomes }: ImportAnswer): string[] {
  const lines = new Map<string, string[]>();
  for (const { line, columns } of outcomes) {
    if (columns) note(lines, columns.join(', '), String(line));
  }
  if (lines.size === 0) return [];
  return ['', ...[...lines].map(([columns, at]) => `${at.length} × updated: ${columns}. ${listed(at)}`)];
}

function warnings({ outcomes }: ImportAnswer): string[] {
  const lines = new Map<string, string[]>();
  for (const { line, warnings: found = [] } of outcomes) {
    for (const { code, column, message, journeyId } of found) {
      const kind = `${code}${column === undefined ? '' : ` in ${column}`}: ${message}`;
      note(lines, kind, journeyId === undefined ? String(line) : `${line} (see journey ${journeyId})`);
    }
  }
  if (lines.size === 0) return [];
  return ['', ...[...lines].map(([kind, at]) => `${at.length} × ${kind} ${listed(at)}`)];
}

function note(lines: Map<string, string[]>, kind: string, line: string): void {
  const known = lines.get(kind);
  if (known) known.push(line);
  else lines.set(kind, [line]);
}

function listed(lines: readonly string[]): string {
  const more = lines.length - namedLines;
  const word = lines.length === 1 ? 'Line' : 'Lines';
  return `${word} ${lines.slice(0, namedLines).join(', ')}${more > 0 ? ` and ${more} more` : ''}.`;
}
