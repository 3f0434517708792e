import type { JourneyState } from '../../domain/journey/state.js';

/**
 * A read model that is written in the append's own transaction: somebody reads it right after writing. Its rows are
 * a pure function of the folded state, so that writing and rebuilding are one thing.
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
  rowsOf(state: JourneyState): Row[];
}

/** Some rows of one journey that stand in a table: those that have to go, and those that are new or become others. */
export interface ChangedRows {
  gone: readonly object[];
  written: readonly object[];
}

/**
 * Common table expressions that change a table's rows of one journey. They join `appended`, which is empty where
 * nothing was appended.
 * @param stream the journey's id, in SQL
 * @param rows ChangedRows as jsonb, in SQL
 * @param isWhole `written` is all that the journey has: whatever else stands there goes
 */
export function changeRows(
  { name, key, changing }: InlineReadModel<object>,
  { stream, rows, isWhole }: { stream: string; rows: string; isWhole: boolean },
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
      ON CONFLICT (${key}) ${updateOf(changing)})`;
}

function updateOf(changing: readonly string[]): string {
  if (changing.length === 0) return 'DO NOTHING';
  const columns = (table: string): string => changing.map((column) => `${table}.${column}`).join(', ');
  const set = changing.map((column) => `${column} = excluded.${column}`).join(', ');
  return `DO UPDATE SET ${set} WHERE (${columns('t')}) IS DISTINCT FROM (${columns('excluded')})`;
}
