import type { JourneyState } from '../../domain/journey/state.js';

/**
 * A read model that is written in the append's own transaction: somebody reads it right after writing. Its rows are
 * a pure function of the folded state, so that writing and rebuilding are one thing.
 */
export interface InlineReadModel<Row extends object> {
  /** Its table is `rm.<name>`. */
  name: string;
  rowsOf(state: JourneyState): Row[];
  /**
   * Common table expressions that make the table's rows of one journey these rows. `$stream` stands for the
   * journey's id, `$rows` for the rows as jsonb; they join `appended`, which is empty where nothing was appended.
   */
  write: string;
}
