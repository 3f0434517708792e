import type { JourneyState } from '../../domain/journey/state.js';
import type { Programme } from '../../domain/programme/schema/programme.js';
import { inlineReadModels } from '../read-models/index.js';
import type { ChangedRows, InlineReadModel } from '../read-models/inline-read-model.js';
import { rowDifferences, type StandingRow } from '../read-models/row-differences.js';

/** What a command changes in one of the inline read models. */
export interface ModelChange {
  model: InlineReadModel<object>;
  rows: ChangedRows;
  /** All of the journey's rows, because nobody knows which ones stand there. */
  isWhole: boolean;
  /** The columns in which a row that stands becomes the one that is written. */
  updated: readonly string[];
}

/** The rows of every inline read model. */
export type ModelRows = readonly (readonly StandingRow[])[];

/** The rows that a state has in each inline read model. */
export const modelRowsOf = (state: JourneyState, programme: Programme): ModelRows =>
  inlineReadModels.map((model) => model.rowsOf(state, programme) as StandingRow[]);

/** The rows that stand in each of them; `undefined` where nobody knows. */
export type StandingModelRows = readonly (readonly StandingRow[] | undefined)[];

/**
 * The rows that stand where they were written from this state.
 * @param isOfToday whether they were written by the programme's definition of today
 */
export const standingModelRowsOf = (
  state: JourneyState,
  programme: Programme,
  isOfToday: boolean,
): StandingModelRows =>
  inlineReadModels.map((model) =>
    model.isOfDefinition && !isOfToday ? undefined : (model.rowsOf(state, programme) as StandingRow[]),
  );

/**
 * What has to be written of the inline read models, those left out in which nothing changes. Comparing here is cheaper
 * than there: a row that stays as it is costs PostgreSQL a look, a lock and an entry in its log.
 * @param before what stands there; `undefined` where that does not follow from the state
 */
export function modelChanges(before: StandingModelRows | undefined, after: ModelRows): ModelChange[] {
  return inlineReadModels.flatMap((model, index): ModelChange[] => {
    const wanted = after[index] ?? [];
    const standing = before?.[index];
    if (!standing) {
      return [
        { model, rows: { gone: [], written: wanted }, isWhole: true, updated: ownColumns(model, wanted) },
      ];
    }
    const differences = rowDifferences(model, standing, wanted);
    if (!differences) return [];
    const { gone, written } = differences;
    const rows = { gone: gone.map((key) => ({ [model.key]: key })), written };
    return [{ model, rows, isWhole: false, updated: model.changing }];
  });
}

/** An older version may have written any column otherwise, but for the key and what is somebody else's. */
const ownColumns = ({ key, kept = [] }: InlineReadModel<object>, [row = {}]: readonly object[]): string[] =>
  Object.keys(row).filter((column) => column !== key && !kept.includes(column));
