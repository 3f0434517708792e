import type { ImportOutcome } from '../../contract/routes/imports.js';
import type { RowError } from './register/findings.js';
import type { Warning } from './row-warnings.js';

interface Details {
  journeyId?: string;
  columns?: readonly string[];
  errors?: readonly RowError[];
  warnings?: readonly Warning[];
}

/** An outcome as it is shown. */
export function outcome(
  line: number,
  what: ImportOutcome['outcome'],
  { journeyId, columns = [], errors = [], warnings = [] }: Details,
): ImportOutcome {
  return {
    line,
    outcome: what,
    ...(journeyId !== undefined && { journeyId }),
    ...(columns.length > 0 && { columns: [...columns] }),
    ...(errors.length > 0 && { errors: errors.map(shownError) }),
    ...(warnings.length > 0 && { warnings: [...warnings] }),
  };
}

/** Whether a refusal applies to opening alone is nobody's business outside. */
const shownError = ({ column, found, expected, code, message }: RowError) => ({
  column,
  found,
  expected,
  code,
  message,
});
