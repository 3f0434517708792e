import type { ImportOutcome } from '../../contract/routes/imports.js';
import type { Platform } from '../platform.js';
import { openOutcomes } from './sealed.js';

/** What became of the rows of an import so far, in the file's order. */
export async function outcomesOf(
  { sql, secrets }: Pick<Platform, 'sql' | 'secrets'>,
  id: string,
): Promise<ImportOutcome[]> {
  const { rows } = await sql.query<{ fromLine: number; sealed: Buffer }>(
    'SELECT from_line AS "fromLine", sealed FROM imports.outcome WHERE import_id = $1 ORDER BY from_line',
    [id],
  );
  return rows.flatMap(({ fromLine, sealed }) => openOutcomes(secrets.files, id, fromLine, sealed));
}
