import type { ImportOutcome } from '../../contract/routes/imports.js';
import { isViolationOf, type CommandRunner } from '../journeys/command-runner.js';
import { namedId } from '../named-id.js';
import { refuseRealAddress } from './invented-address.js';
import type { CoachFinder } from './look-ups.js';
import type { RowError } from './register/findings.js';
import type { RegisterImport } from './register-import.js';
import type { RegisterLine } from './register/register-row.js';
import { takeOver } from './take-over.js';

/** What importing a row takes beside the row. */
export interface RowContext {
  import: RegisterImport;
  runner: CommandRunner;
  /** The journey that has this Kennung already. */
  journeyOf(kennung: string): string | undefined;
  coachOf: CoachFinder;
}

/**
 * Imports one row and says what became of it. Its ids follow from import and line: a row that was carried out before a
 * crash is recognised, and nothing in them can be traced back to the Kennung once the person is erased.
 */
export async function importRow(line: RegisterLine, context: RowContext): Promise<ImportOutcome> {
  const { row, line: at } = line;
  const { id, dryRun } = context.import;
  const idOf = (what: string): string => namedId(`${what}|${at}`, id);
  const own = idOf('journey');
  const known = row && context.journeyOf(row.externalId);
  const isThere = known !== undefined && known !== own;
  const errors = [
    ...line.errors.filter(({ opensOnly }) => !opensOnly || !isThere),
    ...(row && context.import.sandbox ? refuseRealAddress(row) : []),
  ];
  const warnings = [...line.warnings];
  if (!row || errors.length > 0) return outcome(at, 'rejected', { errors, warnings });
  if (isThere) return outcome(at, 'unchanged', { journeyId: known, warnings });

  const coach = context.coachOf(row);
  const hints = coach.hint === undefined ? warnings : [...warnings, unknownCoach(coach.hint)];
  if (dryRun) return outcome(at, 'opened', { warnings: hints });
  const command = takeOver(row, line.raw, {
    participant: idOf('participant'),
    coach,
    basis: context.import.basis,
  });
  await context.runner.run(own, command, {
    actor: { kind: 'person', id: context.import.accountId, role: 'coordinator' },
    commandId: idOf('command'),
    correlationId: id,
    bulk: true,
  });
  return outcome(at, 'opened', { journeyId: own, warnings: hints });
}

/** Whether somebody else has opened a journey with this Kennung since it was looked up. */
export const isTakenMeanwhile = (error: unknown): boolean => isViolationOf(error, 'journey_external_id');

interface Warning {
  code: string;
  message: string;
  column: string;
  found: string;
}

const unknownCoach = (email: string): Warning => ({
  code: 'unknown-coach',
  message: 'Für diese Adresse gibt es in dieser Kommune noch keinen Zugang; sie bleibt vermerkt.',
  column: 'Coach',
  found: email,
});

interface Details {
  journeyId?: string;
  errors?: readonly RowError[];
  warnings: readonly Warning[];
}

/** An outcome as it is shown. */
function outcome(
  line: number,
  what: ImportOutcome['outcome'],
  { journeyId, errors = [], warnings }: Details,
): ImportOutcome {
  return {
    line,
    outcome: what,
    ...(journeyId !== undefined && { journeyId }),
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
