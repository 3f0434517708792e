import type { Instant } from '../../domain/time.js';
import type { Value } from '../journeys/conditions.js';

/** A table of `rm` that figures count. */
export const countedTables = ['journey', 'flag', 'deadline', 'task', 'phase'] as const;
export type CountedTable = (typeof countedTables)[number];

/** As of when figures are counted: the instant that is now for them, and where its rows are. */
export interface Moment {
  now: Instant;
  /** What stands in a statement for a table of that moment. */
  tables(value: Value): (table: CountedTable) => string;
}

/** As of now: the tables themselves. */
export const present = (now: Instant): Moment => ({ now, tables: () => standing });

export const standing = (table: CountedTable): string => `rm.${table}`;
