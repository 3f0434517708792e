import type { Programme } from '../../domain/programme/schema/programme.js';
import type { Platform } from '../platform.js';

/** The programme of a journey that is there. */
export async function programmeOf(
  { sql, programmes }: Pick<Platform, 'sql' | 'programmes'>,
  journey: string,
): Promise<Programme> {
  const { rows } = await sql.query<{ programme: string }>({
    name: 'programme-of-journey',
    text: 'SELECT programme FROM rm.journey WHERE id = $1',
    values: [journey],
  });
  return programmes.of(rows[0]?.programme ?? '');
}
