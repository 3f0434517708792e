import type { Sql } from '../database/sql.js';
import { isTracing } from './spans.js';

/**
 * The trace to which belongs what the clock does for a journey: that of the newest act of a person, which led to what
 * is planned. Asked only while tracing is on.
 */
export async function traceOfJourney(sql: Sql, journey: string): Promise<string | undefined> {
  if (!isTracing()) return undefined;
  const { rows } = await sql.query<{ trace: string }>({
    name: 'trace-of-journey',
    text: `SELECT correlation_id AS trace FROM es.event
            WHERE stream_id = $1 AND actor->>'kind' = 'person' ORDER BY version DESC LIMIT 1`,
    values: [journey],
  });
  return rows[0]?.trace;
}
