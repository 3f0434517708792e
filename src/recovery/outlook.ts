import type { Instant } from '../../domain/time.js';
import type { Sql } from '../database/sql.js';
import { hasToBeKept } from './kept.js';

/** What a recovery would do now. */
export interface Outlook {
  /** The one that would be valid. */
  generation: number;
  /** Journeys that would be started again. */
  journeys: number;
  /** Those of them of which something is due already: carried out once, late. */
  overdue: number;
  /** When the next of the others is due; `null` where nothing lies ahead. */
  nextDue: Instant | null;
  /** Imports under way, which would begin again. */
  imports: number;
}

/** Looks, and changes nothing. `now` is Lotse's. */
export async function outlookOf(sql: Sql, now: Instant): Promise<Outlook> {
  const { rows } = await sql.query<Outlook>(
    `SELECT (SELECT generation + 1 FROM es.installation) AS generation,
            count(*)::int AS journeys, count(*) FILTER (WHERE next_due <= $1)::int AS overdue,
            min(next_due) FILTER (WHERE next_due > $1) AS "nextDue",
            (SELECT count(*)::int FROM imports.import WHERE state = 'running') AS imports
       FROM rm.journey WHERE ${hasToBeKept}`,
    [now],
  );
  const [outlook] = rows;
  if (!outlook) throw new Error('The database did not answer with a row');
  return outlook;
}
