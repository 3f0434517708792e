import type { BulkAnswer } from '../../contract/pages/bulk.js';
import type { Role } from '../../contract/access.js';
import type { Sql } from '../database/sql.js';
import type { KeptOutcome } from './sealed.js';
import { openOutcomes } from './sealed.js';

/** An act on many journeys as its row says. */
export interface Batch {
  id: string;
  accountId: string;
  role: Role;
  communes: string[] | null;
  command: BulkAnswer['command'];
  dryRun: boolean;
  undoes: string | null;
  rows: number;
  state: BulkAnswer['state'];
  /** When it was done, or given up. */
  doneAt: string | null;
  /** Whether what was done can still be taken back. */
  isRecent: boolean;
  undoneBy: string | null;
}

/** So long an act can be taken back as a whole, in minutes. */
export const undoMinutes = 15;

/** An act's row; `undefined` where there is none, or it is older than 30 days. */
export async function readBatch(sql: Sql, id: string): Promise<Batch | undefined> {
  const { rows } = await sql.query<Batch>(
    `SELECT b.id, b.account_id AS "accountId", b.role, b.communes, b.command, b.dry_run AS "dryRun", b.undoes,
            cardinality(b.journeys) AS rows, b.state, b.done_at AS "doneAt",
            coalesce(b.done_at > now() - interval '${undoMinutes} minutes', false) AS "isRecent",
            (SELECT u.id FROM bulk.batch u WHERE u.undoes = b.id) AS "undoneBy"
       FROM bulk.batch b WHERE b.id = $1`,
    [id],
  );
  return rows[0];
}

/** What became of its journeys so far, in their order. */
export async function readOutcomes(sql: Sql, files: Buffer, batch: string): Promise<KeptOutcome[]> {
  const { rows } = await sql.query<{ fromRow: number; sealed: Buffer }>(
    'SELECT from_row AS "fromRow", sealed FROM bulk.outcome WHERE batch_id = $1 ORDER BY from_row',
    [batch],
  );
  return rows.flatMap(({ fromRow, sealed }) => openOutcomes(files, batch, fromRow, sealed));
}

const countOf = (outcomes: readonly KeptOutcome[], what: KeptOutcome['outcome']): number =>
  outcomes.filter(({ outcome }) => outcome === what).length;

/** How many of each there are. */
export const countsOf = (outcomes: readonly KeptOutcome[]) => ({
  done: countOf(outcomes, 'done'),
  unchanged: countOf(outcomes, 'unchanged'),
  refused: countOf(outcomes, 'refused'),
});
