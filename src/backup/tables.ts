import type { Sql } from '../database/sql.js';

/** A table of Lotse's, `schema.table`, and its columns in their order. */
export interface Table {
  name: string;
  columns: string[];
}

/** What says who is alive or signed in now: wrong as soon as it is brought back. */
const leftOut = ['rm.heartbeat', 'access.session'];

/**
 * What opens or names people by the master key alone: their wrapped keys, registers as they were uploaded, and what was
 * done to many at once. It goes into the key file, so that a backup's folder and the master key together show nobody.
 */
export const keyTable = 'es.participant_key';
export const wrappedColumn = 'wrapped';
export const keyFileTables: readonly string[] = [
  'imports.import',
  'imports.outcome',
  'bulk.batch',
  'bulk.outcome',
];

/** Every table of Lotse's schemas but what is left out, each after those that it refers to. */
export async function tablesOf(sql: Sql): Promise<Table[]> {
  const { rows } = await sql.query<Table & { needs: string[] }>(`
    SELECT n.nspname || '.' || c.relname AS name,
           (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute a
             WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns,
           ARRAY(SELECT DISTINCT fn.nspname || '.' || f.relname FROM pg_constraint k
                   JOIN pg_class f ON f.oid = k.confrelid JOIN pg_namespace fn ON fn.oid = f.relnamespace
                  WHERE k.conrelid = c.oid AND k.contype = 'f' AND f.oid <> c.oid) AS needs
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'p') AND ${ownSchema}
     ORDER BY 1`);
  return inOrder(rows).filter(({ name }) => !leftOut.includes(name));
}

/** In a query with `pg_namespace n`: a schema of whoever owns the log, none of the system's and no other program's. */
export const ownSchema = `
  n.nspowner = (SELECT es.nspowner FROM pg_namespace es WHERE es.nspname = 'es')
  AND n.nspname NOT IN ('public', 'information_schema') AND n.nspname NOT LIKE 'pg\\_%'`;

function inOrder(tables: readonly (Table & { needs: string[] })[]): Table[] {
  const ordered: Table[] = [];
  const has = (name: string): boolean => ordered.some((table) => table.name === name);
  let left = [...tables];
  while (left.length > 0) {
    const ready = left.filter(({ needs }) => needs.every(has));
    if (ready.length === 0) throw new Error('Tables refer to each other in a circle');
    ordered.push(...ready.map(({ name, columns }) => ({ name, columns })));
    left = left.filter(({ name }) => !has(name));
  }
  return ordered;
}

/** A name such as `es.event` or `position` for a statement. */
export const quoted = (name: string): string =>
  name
    .split('.')
    .map((part) => `"${part.replaceAll('"', '""')}"`)
    .join('.');

/** Columns for a statement. */
export const listed = (columns: readonly string[]): string => columns.map(quoted).join(', ');
