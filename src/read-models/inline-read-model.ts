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
  rowsOf(state: JourneyState): Row[];
  /**
   * Common table expressions that make the table's rows of one journey these rows. `$stream` stands for the
   * journey's id, `$rows` for the rows as jsonb; they join `appended`, which is empty where nothing was appended.
   */
  write: string;
}

/**
 * Makes a table's rows of one journey the given ones, by their ids: others of the journey go, and of those that stay
 * only these columns may have changed.
 */
export function ownRows(name: string, changing: readonly string[]): string {
  const before = changing.map((column) => `t.${column}`).join(', ');
  const after = changing.map((column) => `excluded.${column}`).join(', ');
  const set = changing.map((column) => `${column} = excluded.${column}`).join(', ');
  return `
    ${name}_gone AS (
      DELETE FROM rm.${name} t USING appended
       WHERE t.journey_id = $stream AND NOT t.id IN (SELECT (r->>'id')::uuid FROM jsonb_array_elements($rows) r)),
    ${name}_written AS (
      INSERT INTO rm.${name} AS t
      SELECT r.* FROM appended, jsonb_populate_recordset(NULL::rm.${name}, $rows) r
      ON CONFLICT (id) DO UPDATE SET ${set} WHERE (${before}) IS DISTINCT FROM (${after}))`;
}
