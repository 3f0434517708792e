import type { JourneyState } from '../../domain/journey/state.js';
import type { Programme } from '../../domain/programme/schema/programme.js';

/**
 * A read model that is written in the append's own transaction: somebody reads it right after writing. Its rows are
 * a pure function of the folded state and its programme's definition, so that writing and rebuilding are one thing.
 */
export interface InlineReadModel<Row extends object> {
  /** Its table is `rm.<name>`. */
  name: string;
  /** The column by which its rows are told apart. */
  key: string;
  /** Columns that are not the log's: null in a new row, and left as they are by whoever writes the others. */
  kept?: readonly string[];
  /** The columns in which a row that stands may become another; all others stay as they were written first. */
  changing: readonly string[];
  /** The definition decides its rows, too: of another one they may be others, though nothing has happened. */
  isOfDefinition?: true;
  rowsOf(state: JourneyState, programme: Programme): Row[];
}

/** Some rows of one journey that stand in a table: those that have to go, and those that are new or become others. */
export interface ChangedRows {
  gone: readonly object[];
  written: readonly object[];
}

/** What stands in the statement for the journey's id, and for the rows. */
interface Where {
  stream: string;
  rows: string;
}

/**
 * Common table expressions that change a table's rows of one journey. They join `appended`, which is empty where
 * nothing was appended.
 * @param stream the journey's id, in SQL
 * @param rows ChangedRows as jsonb, in SQL
 * @param isWhole `written` is all that the journey has: whatever else stands there goes
 * @param updated the columns in which a row that stands becomes the one that is written
 */
export function changeRows(
  { name, key }: InlineReadModel<object>,
  { stream, rows, isWhole, updated }: Where & { isWhole: boolean; updated: readonly string[] },
): string {
  const recordset = (part: keyof ChangedRows): string =>
    `jsonb_populate_recordset(NULL::rm.${name}, ${rows}->'${part}')`;
  const goes = isWhole
    ? `NOT t.${key} IN (SELECT w.${key} FROM ${recordset('written')} w)`
    : `t.${key} IN (SELECT g.${key} FROM ${recordset('gone')} g)`;
  return `
    ${name}_gone AS (
      DELETE FROM rm.${name} t USING appended WHERE t.journey_id = ${stream} AND ${goes}),
    ${name}_written AS (
      INSERT INTO rm.${name} AS t
      SELECT w.* FROM appended, ${recordset('written')} w
      ON CONFLICT (${key}) ${updateOf(updated)})`;
}

function updateOf(updated: readonly string[]): string {
  if (updated.length === 0) return 'DO NOTHING';
  const columns = (table: string): string => updated.map((column) => `${table}.${column}`).join(', ');
  const set = updated.map((column) => `${column} = excluded.${column}`).join(', ');
  return `DO UPDATE SET ${set} WHERE (${columns('t')}) IS DISTINCT FROM (${columns('excluded')})`;
}
