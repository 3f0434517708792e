import type { Sql } from './sql.js';

/** Whether the database holds such a table, as in `es.event`. */
export async function hasTable(sql: Sql, table: string): Promise<boolean> {
  const { rows } = await sql.query<{ there: boolean }>('SELECT to_regclass($1) IS NOT NULL AS there', [
    table,
  ]);
  return rows[0]?.there === true;
}
