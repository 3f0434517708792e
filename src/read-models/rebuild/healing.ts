import type { Sql } from '../../database/sql.js';

/** A stream as its head in `es.stream` tells it. */
export interface Head {
  id: string;
  /** How many events it has. */
  version: number;
}

/** A stream whose rows could not be made from its log; they are as they were. */
export interface Failure {
  id: string;
  why: Why;
}

/**
 * `log-broken` events are missing or can't be opened or folded; `newer-version` a newer version of Lotse wrote the row;
 * `in-the-way` another journey's row holds what is this one's alone; `busy` it was written again and again meanwhile.
 */
export type Why = 'log-broken' | 'newer-version' | 'in-the-way' | 'busy';

/** What has to be written so that a stream's rows are what its log says. */
export interface Change extends Head {
  /** How many rows of each read model are wrong, missing or too many. */
  wrong: Readonly<Record<string, number>>;
}

export interface Compared<Wanted extends Change> {
  changes: Wanted[];
  failed: Failure[];
  /** How many events were folded. */
  events: number;
}

/** Some streams: their log and the rows that stand, as they were read. */
export interface PageOfStreams {
  heads: readonly Head[];
}

/** How the rows of one kind of stream are made and written. */
export interface Healing<Page extends PageOfStreams, Wanted extends Change> {
  /** In `es.stream`. */
  streamType: 'journey' | 'account';
  /** Reads the log of these streams and the rows that stand. */
  read(sql: Sql, heads: readonly Head[]): Promise<Page>;
  /** Folds, and compares with what stands. */
  compare(page: Page): Compared<Wanted>;
  /**
   * Writes, within a transaction that holds the streams' locks.
   * @returns the ids of those that could not be written just now
   */
  write(sql: Sql, changes: readonly Wanted[]): Promise<string[]>;
}
