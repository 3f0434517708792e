import { ConfigError } from '../config/config-error.js';
import type { Sql } from './sql.js';

/**
 * Refuses to start where the application's role could change or remove what has happened.
 * @throws ConfigError naming the role
 */
export async function refuseRoleThatCanChangeEvents(sql: Sql): Promise<void> {
  const { rows } = await sql.query<{ role: string; can: boolean }>(`
    SELECT current_user AS role,
           (SELECT bool_or(has_table_privilege(t.name, p.name))
              FROM (VALUES ('es.event'), ('es.stream')) t(name),
                   (VALUES ('INSERT'), ('UPDATE'), ('DELETE'), ('TRUNCATE')) p(name))
           OR pg_has_role((SELECT relowner FROM pg_class WHERE oid = 'es.event'::regclass), 'USAGE') AS can`);
  const [row] = rows;
  if (row?.can !== false) {
    throw new ConfigError(
      `The database role "${row?.role ?? 'unknown'}" could change recorded events; give DATABASE_URL a login ` +
        'that owns nothing, and the owner’s login as DATABASE_ADMIN_URL.',
    );
  }
}
