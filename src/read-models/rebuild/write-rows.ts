import type { Sql } from '../../database/sql.js';
import type { RowDifferences, TableKey } from '../row-differences.js';

/** A table of `rm` whose rows belong to streams. */
export interface OwnedTable extends TableKey {
  name: string;
  /** The column that holds the stream's id. */
  owner: string;
}

/**
 * Makes the rows of some streams in one table what they have to be. A row that stands under another stream, where its
 * key tells it apart alone, comes home.
 * @param changes by the stream's id
 */
export async function writeRows(
  sql: Sql,
  { name, key, owner, kept = [] }: OwnedTable,
  changes: readonly (readonly [id: string, RowDifferences])[],
): Promise<void> {
  const gone = changes.flatMap(([id, { gone: keys }]) => keys.map((each) => ({ owner: id, key: each })));
  if (gone.length > 0) {
    await sql.query(
      `DELETE FROM rm.${name} t USING jsonb_to_recordset($1) AS g(owner uuid, key text)
        WHERE t.${owner} = g.owner AND t.${key}::text = g.key`,
      [JSON.stringify(gone)],
    );
  }
  const rows = changes.flatMap(([, { written }]) => written);
  const [first] = rows;
  if (!first) return;
  const unique = owner === 'journey_id' ? [key] : [key, owner];
  const set = Object.keys(first)
    .filter((column) => !unique.includes(column) && !kept.includes(column))
    .map((column) => `${column} = excluded.${column}`);
  await sql.query(
    `INSERT INTO rm.${name}
     SELECT r.* FROM jsonb_populate_recordset(NULL::rm.${name}, $1) r
     ON CONFLICT (${unique.join(', ')}) DO UPDATE SET ${set.join(', ')}`,
    [JSON.stringify(rows)],
  );
}
