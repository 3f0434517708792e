import type { ImportAnswer } from '../../contract/routes/imports.js';
import type { Sql } from '../database/sql.js';
import type { MasterSecrets } from '../event-store/seal/master-secrets.js';
import { openOutcomes } from './sealed.js';

/** An import as it is shown, and who may see it: whoever imported, and whoever sees the whole region. */
export interface ShownImport {
  accountId: string;
  answer: ImportAnswer;
}

interface Chunk {
  fromLine: number;
  opened: number;
  updated: number;
  unchanged: number;
  rejected: number;
  sealed: Buffer;
}

/** How far an import has come; `undefined` where there is none, or it is older than 30 days. */
export async function showImport(
  sql: Sql,
  secrets: MasterSecrets,
  id: string,
): Promise<ShownImport | undefined> {
  const { rows } = await sql.query<{ accountId: string; state: ImportAnswer['state']; rows: number }>(
    'SELECT account_id AS "accountId", state, line_count AS rows FROM imports.import WHERE id = $1',
    [id],
  );
  const [found] = rows;
  if (!found) return undefined;
  const { rows: chunks } = await sql.query<Chunk>(
    `SELECT from_line AS "fromLine", opened, updated, unchanged, rejected, sealed
       FROM imports.outcome WHERE import_id = $1 ORDER BY from_line`,
    [id],
  );
  const { accountId, state, rows: lines } = found;
  const total = (name: 'opened' | 'updated' | 'unchanged' | 'rejected'): number =>
    chunks.reduce((sum, chunk) => sum + chunk[name], 0);
  const answer: ImportAnswer = {
    state,
    rows: lines,
    opened: total('opened'),
    updated: total('updated'),
    unchanged: total('unchanged'),
    rejected: total('rejected'),
    outcomes: chunks.flatMap(({ fromLine, sealed }) => openOutcomes(secrets.files, id, fromLine, sealed)),
  };
  return { accountId, answer };
}
