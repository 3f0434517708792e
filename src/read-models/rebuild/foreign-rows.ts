import type { Sql } from '../../database/sql.js';
import { inlineReadModels } from '../index.js';
import { staffMailModel } from './names.js';

/**
 * Removes the rows of streams that the log does not have. Whoever opens one writes stream and rows at once, so either
 * both are seen or neither. What belongs to a journey goes with its row. Gives how many rows went, by read model.
 */
export async function removeForeignRows(
  sql: Sql,
  models: readonly string[],
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  const tables = [
    ...inlineReadModels.map(({ name }) => ({ name, owner: 'journey_id', type: 'journey' })),
    { name: 'journey', owner: 'id', type: 'journey' },
    { name: staffMailModel, owner: 'account_id', type: 'account' },
  ];
  for (const { name, owner, type } of tables.filter((table) => models.includes(table.name))) {
    const { rows } = await sql.query<{ count: number }>(
      `WITH gone AS (
         DELETE FROM rm.${name} t
          WHERE NOT EXISTS (SELECT FROM es.stream s WHERE s.stream_id = t.${owner} AND s.stream_type = $1) RETURNING 1)
       SELECT count(*)::int AS count FROM gone`,
      [type],
    );
    counts[name] = rows[0]?.count ?? 0;
  }
  return counts;
}
