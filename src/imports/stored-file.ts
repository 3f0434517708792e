import type { ImportFile } from '../../contract/routes/imports.js';
import type { Basis } from '../../domain/journey/events.js';
import type { Platform } from '../platform.js';
import { columnNamed } from './register/columns.js';
import { decode } from './register/decode.js';
import { readRecords, type Records } from './register/table.js';
import { openFile } from './sealed.js';

/** The file of an import, opened, and what was said when it came. */
export interface StoredFile {
  file: Buffer;
  basis: Basis;
  dryRun: boolean;
  sandbox: boolean;
}

/** Opens the file of an import; `undefined` where it was deleted. */
export async function storedFile(
  { sql, secrets }: Pick<Platform, 'sql' | 'secrets'>,
  id: string,
): Promise<StoredFile | undefined> {
  const { rows } = await sql.query<StoredFile>(
    'SELECT file, basis, dry_run AS "dryRun", sandbox FROM imports.import WHERE id = $1',
    [id],
  );
  const [row] = rows;
  return row && { ...row, file: openFile(secrets.files, id, row.file) };
}

/** The records of a file that was accepted: it can be read. */
export function recordsOf(file: Buffer): Records & Pick<ImportFile, 'encoding'> {
  const decoded = decode(file);
  if ('problem' in decoded) throw new Error('A file that was accepted can not be read');
  return { ...readRecords(decoded.text), encoding: decoded.encoding };
}

/** How a file was read. Headers are shortened: one that is a whole sentence tells nobody more. */
export function fileShown(file: Buffer): ImportFile {
  const { encoding, separator, header } = recordsOf(file);
  const named = header.map((cell) => ({ cell: cell.trim().slice(0, 60), column: columnNamed(cell) }));
  return {
    encoding,
    separator,
    columns: named.flatMap(({ column }) => column ?? []),
    leftOut: named.flatMap(({ cell, column }) => (column === undefined && cell !== '' ? [cell] : [])),
  };
}
