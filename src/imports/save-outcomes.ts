import type { Chunk } from '../../activities/ports.js';
import type { ImportAnswer, ImportOutcome } from '../../contract/routes/imports.js';
import type { Sql } from '../database/sql.js';
import type { MasterSecrets } from '../event-store/seal/master-secrets.js';
import { sealOutcomes } from './sealed.js';

/** Writes what became of a part of the rows, and how far the import is; the same part again replaces what it wrote. */
export async function saveOutcomes(
  { sql, secrets }: { sql: Sql; secrets: MasterSecrets },
  { importId, fromLine }: Chunk,
  outcomes: readonly ImportOutcome[],
  state: ImportAnswer['state'],
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
     UPDATE imports.import SET state = $8 WHERE id = $1`,
    [
      importId,
      fromLine,
      count('opened'),
      count('updated'),
      count('unchanged'),
      count('rejected'),
      sealOutcomes(secrets.files, importId, fromLine, outcomes),
      state,
    ],
  );
}

/** Notes how far an import is. */
export async function saveState(sql: Sql, importId: string, state: ImportAnswer['state']): Promise<void> {
  await sql.query('UPDATE imports.import SET state = $2 WHERE id = $1', [importId, state]);
}
