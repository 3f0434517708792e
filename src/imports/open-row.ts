import type { ImportOutcome } from '../../contract/routes/imports.js';
import { outcome } from './outcome.js';
import { sameInDirectory, sameInFile, type RowLine } from './perhaps-here.js';
import { idOf, importerOf, lotOf, originOf, type RowContext } from './row-context.js';
import { possibleDuplicate, unknownCoach, unmetGuards, type Warning } from './row-warnings.js';
import { takeOver } from './take-over.js';

/** Opens a journey from a row, or says what would happen. */
export async function openRow(journeyId: string, line: RowLine, context: RowContext): Promise<ImportOutcome> {
  const { row, raw, line: at } = line;
  const { id, basis, dryRun } = context.import;
  const coach = context.coaches.named(row);
  const participant = idOf('participant', at, id);
  const command = takeOver(row, raw, { participant, coach, basis });
  const origin = originOf(context, at);
  const state = dryRun
    ? await context.runner.foresee(journeyId, command, origin)
    : (await context.runner.run(journeyId, command, origin)).state;
  const warnings = [
    ...line.warnings,
    ...(coach.hint === undefined ? [] : [unknownCoach(coach.hint)]),
    ...duplicatesOf(line, participant, context),
    ...unmetGuards(row.modules, state, context.programme),
  ];
  return outcome(at, 'opened', { warnings, ...(!dryRun && { journeyId }) });
}

/** Perhaps the same person: first in the file, whichever of the two lines is carried out first, then elsewhere. */
function duplicatesOf(line: RowLine, participant: string, context: RowContext): Warning[] {
  const { byBirthDate, dryRun } = context.import;
  const inFile = sameInFile(line, byBirthDate).flatMap((other) => {
    const lot = lotOf(other, context);
    if ('refused' in lot) return [];
    if ('changes' in lot) return [{ line: other.line, journeyId: lot.changes }];
    return [{ line: other.line, ...(!dryRun && { journeyId: lot.opens }) }];
  });
  const named = new Set(inFile.map(({ journeyId }) => journeyId));
  const elsewhere = sameInDirectory(line.row, participant, context.names, importerOf(context.import))
    .filter((journeyId) => !named.has(journeyId))
    .map((journeyId) => ({ journeyId }));
  return [...inFile, ...elsewhere].map(possibleDuplicate);
}
