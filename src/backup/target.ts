import { hasTable } from '../database/has-table.js';
import type { Sql } from '../database/sql.js';
import { BackupError } from './backup-error.js';
import type { Manifest } from './manifest.js';

/**
 * Refuses a database in which something lives: other programs at work, events, accounts; and one that was set up by a
 * newer version than the backup's. One that Lotse was merely started on is as good as empty.
 * @throws BackupError
 */
export async function refuseLivingTarget(sql: Sql, { migrations }: Manifest): Promise<void> {
  const { rows: others } = await sql.query<{ count: number }>(`
    SELECT count(*)::int AS count FROM pg_stat_activity
     WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()`);
  const count = others[0]?.count ?? 0;
  if (count > 0)
    throw new BackupError(
      `Somebody is at work on this database (${count} connections); stop API and worker first, and close what else uses it.`,
    );
  if (!(await hasTable(sql, 'public.lotse_migration'))) return;
  await refuseData(sql);
  const { rows } = await sql.query<{ name: string }>('SELECT name FROM lotse_migration');
  const newer = rows.find(({ name }) => !migrations.includes(name));
  if (newer)
    throw new BackupError(
      `This database was set up by a newer Lotse than the backup's (${newer.name}); restore into a new, empty one: it is brought to this version afterwards.`,
    );
}

async function refuseData(sql: Sql): Promise<void> {
  const count = async (table: string): Promise<number> => {
    if (!(await hasTable(sql, table))) return 0;
    const { rows } = await sql.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`);
    return rows[0]?.count ?? 0;
  };
  const [events, accounts, imports] = [
    await count('es.event'),
    await count('access.account'),
    await count('imports.import'),
  ];
  if (events + accounts + imports === 0) return;
  throw new BackupError(
    `This database is not empty (${events} events, ${accounts} accounts, ${imports} imports); restore into a new one: nothing is ever restored over what lives.`,
  );
}
