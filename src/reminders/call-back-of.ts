import type { Sql } from '../database/sql.js';
import type { CallBack } from './call-back.js';

/** Who can be called back about a journey now: its coach, where she has a number, and the office. */
export async function callBackOf(
  { sql, officePhone }: { sql: Sql; officePhone?: string },
  coach: string | null,
): Promise<CallBack> {
  const { rows } = await sql.query<{ name: string; phone: string | null }>({
    name: 'call-back-of',
    text: 'SELECT name, phone FROM access.account WHERE id = $1 AND disabled_at IS NULL',
    values: [coach],
  });
  const [found] = rows;
  return {
    ...(found?.phone && { coach: { name: found.name, phone: found.phone } }),
    ...(officePhone !== undefined && { officePhone }),
  };
}
