import type { Chunk } from '../../activities/ports.js';
import type { ImportOutcome } from '../../contract/routes/imports.js';
import type { Sql } from '../database/sql.js';
import type { MasterSecrets } from '../event-store/seal/master-secrets.js';
import { sealOutcomes } from './sealed.js';

/**
 * Writes what became of a part of the rows, and whether that was the last; the same part again replaces what it wrote.
 * That it runs says whoever has started its workflow: a part that outlives a lost Temporal must not say so.
 */
export async function saveOutcomes(
  { sql, secrets }: { sql: Sql; secrets: MasterSecrets },
  { importId, fromLine }: Chunk,
  outcomes: readonly ImportOutcome[],
  isLast: boolean,
): Promise<void> {
  const count = (what: ImportOutcome['outcome']): number =>
    outcomes.filter(({ outcome }) => outcome === what).length;
  await sql.query(
    `WITH written AS (
       INSERT INTO imports.outcome AS o (import_id, from_line, opened, updated, unchanged, rejected, sealed)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (import_id, from_line) DO UPDATE
         SET opened = excluded.opened, updated = excluded.updated, unchanged = excluded.unchanged,
             rejected = excluded.rejected, sealed = excluded.sealed)
     UPDATE imports.import SET state = CASE WHEN $8 THEN 'done' ELSE state END WHERE id = $1`,
    [
      importId,
      fromLine,
      count('opened'),
      count('updated'),
      count('unchanged'),
      count('rejected'),
      sealOutcomes(secrets.files, importId, fromLine, outcomes),
      isLast,
    ],
  );
}

/** Notes of an accepted import that its workflow was started. */
export async function saveStart(sql: Sql, importId: string): Promise<void> {
  await sql.query(`UPDATE imports.import SET state = 'running' WHERE id = $1 AND state = 'queued'`, [
    importId,
  ]);
}

/** Notes of an import that it could not be carried out; one that is done stays so. */
export async function saveFailure(sql: Sql, importId: string): Promise<void> {
  await sql.query(`UPDATE imports.import SET state = 'failed' WHERE id = $1 AND state <> 'done'`, [importId]);
}
