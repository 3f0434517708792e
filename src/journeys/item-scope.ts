import type { Sql } from '../database/sql.js';

/** What belongs to a journey and is named by an id of its own: read models `rm.<kind>`. */
export const itemKinds = ['deadline', 'task', 'flag', 'message'] as const;
export type ItemKind = (typeof itemKinds)[number];

/** The journey to which a deadline, task or flag belongs; `undefined` where there is no such one. */
export async function journeyOfItem(sql: Sql, kind: ItemKind, id: string): Promise<string | undefined> {
  const { rows } = await sql.query<{ journey: string }>({
    name: `journey-of-${kind}`,
    text: `SELECT journey_id AS journey FROM rm.${kind} WHERE id = $1`,
    values: [id],
  });
  return rows[0]?.journey;
}
