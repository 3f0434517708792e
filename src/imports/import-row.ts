import type { ImportOutcome } from '../../contract/routes/imports.js';
import { isViolationOf } from '../database/violation.js';
import { openRow } from './open-row.js';
import { outcome } from './outcome.js';
import { lotOf, type RowContext } from './row-context.js';
import type { RegisterLine } from './register/register-row.js';
import { updateRow } from './update-row.js';

/** Imports one row and says what became of it; doing it again has no second effect and gives the same answer. */
export async function importRow(line: RegisterLine, context: RowContext): Promise<ImportOutcome> {
  const lot = lotOf(line, context);
  if ('refused' in lot) {
    const isSame = lot.refused.some(({ code }) => code === 'same-person');
    const journeyId = isSame ? context.import.samePersons.get(line.line) : undefined;
    return outcome(line.line, 'rejected', {
      errors: lot.refused,
      warnings: line.warnings,
      ...(journeyId !== undefined && { journeyId }),
    });
  }
  if ('changes' in lot) return updateRow(lot.changes, lot.line, context);
  return openRow(lot.opens, lot.line, context);
}

/** Whether somebody else has opened a journey with this Kennung since it was looked up. */
export const isTakenMeanwhile = (error: unknown): boolean => isViolationOf(error, 'journey_external_id');
