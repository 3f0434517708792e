import type { Sql } from '../database/sql.js';

/** The streams that are not what was appended: a changed event, a gap, a cut tail. By the database's own function. */
export async function brokenStreams(sql: Sql): Promise<string[]> {
  const { rows } = await sql.query<{ id: string }>(`
    SELECT s.id FROM (SELECT stream_id AS id FROM es.stream UNION SELECT stream_id FROM es.event) s
     WHERE es.broken_at(s.id) IS NOT NULL ORDER BY s.id`);
  return rows.map(({ id }) => id);
}
