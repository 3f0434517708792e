import type { ImportOutcome } from '../../contract/routes/imports.js';
import { judgeRow } from '../../domain/journey/register/judge-row.js';
import type { JourneyState } from '../../domain/journey/state.js';
import { outcome } from './outcome.js';
import type { RowLine } from './perhaps-here.js';
import { originOf, type RowContext } from './row-context.js';
import { cellWarnings, updateOf } from './row-says.js';
import { journeyClosed, notTakenOver, unknownCoach, unmetGuards, type Warning } from './row-warnings.js';

/** Changes a journey by its row, or says what would happen. A row that says nothing new changes nothing. */
export async function updateRow(
  journeyId: string,
  line: RowLine,
  context: RowContext,
): Promise<ImportOutcome> {
  const { basis, day: today, dryRun } = context.import;
  const { programme, coaches, runner } = context;
  const origin = originOf(context, line.line);
  const wish = (state: JourneyState) => updateOf(line, { basis, today, programme, coaches }, state);
  const foreseen = await runner.foresee(journeyId, wish, origin);
  const isNews = foreseen.plain.rowUpdated?.command === origin.commandId;
  // what says nothing new is no command: nothing else is carried out on its occasion
  const state = dryRun || !isNews ? foreseen : (await runner.run(journeyId, wish, origin)).state;
  if (!state.plain.open) return outcome(line.line, 'unchanged', { journeyId, warnings: [journeyClosed] });

  // also where this very row was carried out before a crash: the command tells it from an earlier one
  const { command, columns } = state.plain.rowUpdated ?? { command: '', columns: [] };
  const taken = command === origin.commandId ? columns : [];
  // what was taken over is edited no more: what is left was not
  const left = judgeRow(state, wish(state), programme).cells;
  const warnings = [
    ...cellWarnings(line, { today, programme }, state),
    ...notTakenOver(left, line.raw),
    ...warningsOf(line, taken, state, context),
  ];
  return outcome(line.line, taken.length > 0 ? 'updated' : 'unchanged', {
    journeyId,
    columns: taken,
    warnings,
  });
}

/** What there is to say of the cells that were taken over. */
function warningsOf(
  { row }: RowLine,
  taken: readonly string[],
  state: JourneyState,
  { programme }: RowContext,
): Warning[] {
  const { coachHint } = state.case;
  return [
    ...(taken.includes('Coach') && coachHint !== undefined ? [unknownCoach(coachHint)] : []),
    ...(taken.includes('Bausteine') ? unmetGuards(row.modules, state, programme) : []),
  ];
}
