import type { ImportChoice } from '../../contract/routes/imports.js';
import { ruleRefuses } from '../http/problems.js';
import type { Platform } from '../platform.js';
import { openChoices, sealChoices } from './sealed.js';

type Parts = Pick<Platform, 'sql' | 'secrets'>;

/** So often somebody else may have chosen in between. */
const maximumTries = 5;

/** What was said of an import's rows, in the file's order. */
export async function choicesOf({ sql, secrets }: Parts, id: string): Promise<ImportChoice[]> {
  const { rows } = await sql.query<{ choices: Buffer | null }>(
    'SELECT choices FROM imports.import WHERE id = $1',
    [id],
  );
  const sealed = rows[0]?.choices;
  return sealed ? openChoices(secrets.files, id, sealed) : [];
}

/**
 * Puts down what a row is; what was said of it before counts no more.
 * @param ranAs the import that carries this one out: once it is there, nothing is chosen any more
 * @throws Problem 409 import-was-run, conflict
 */
export async function choose(
  { sql, secrets }: Parts,
  id: string,
  choice: ImportChoice,
  ranAs: string,
): Promise<ImportChoice[]> {
  for (let tries = 0; tries < maximumTries; tries += 1) {
    const { rows } = await sql.query<{ choices: Buffer | null; ran: boolean }>(
      `SELECT choices, EXISTS (SELECT FROM imports.import WHERE id = $2) AS ran
         FROM imports.import WHERE id = $1`,
      [id, ranAs],
    );
    const [row] = rows;
    if (row?.ran) throw ruleRefuses('import-was-run', 'This import was carried out already');
    const before = row?.choices ?? null;
    const others = before
      ? openChoices(secrets.files, id, before).filter(({ line }) => line !== choice.line)
      : [];
    const choices = [...others, choice].sort((one, other) => one.line - other.line);
    const written = await sql.query(
      `UPDATE imports.import SET choices = $2 WHERE id = $1 AND choices IS NOT DISTINCT FROM $3 RETURNING 1`,
      [id, sealChoices(secrets.files, id, choices), before],
    );
    if (written.rows.length > 0) return choices;
  }
  throw ruleRefuses('conflict', 'Others have chosen in this import at the same time; try again');
}
