import pg from 'pg';
import { DataSource } from 'typeorm';
import { ConfigError } from '../config/config-error.js';
import { EventStore1795471200001 } from './migrations/0001-event-store.js';
import { Access1795471200002 } from './migrations/0002-access.js';
import { ReadModels1795471200003 } from './migrations/0003-read-models.js';
import { Imports1795471200004 } from './migrations/0004-imports.js';
import { FlagsAndTasks1795471200005 } from './migrations/0005-flags-and-tasks.js';
import { StaffMail1795471200006 } from './migrations/0006-staff-mail.js';
import { Messages1795471200007 } from './migrations/0007-messages.js';
import { Demonstration1795471200008 } from './migrations/0008-demonstration.js';
import { ChangesOfImports1795471200009 } from './migrations/0009-changes-of-imports.js';
import { Settings1795471200010 } from './migrations/0010-settings.js';
import { SignInAttempts1795471200015 } from './migrations/0015-sign-in-attempts.js';
import { databaseName, roleName, type DatabaseRole } from './roles.js';

/** Any number that nobody else uses in this database: of several processes that start at once, one migrates. */
const migrationLock = 0x6c6f7473;

const insufficientPrivilege = '42501';

/**
 * Brings the database to this version's schema, under a lock, and lets the application's login act as its roles.
 * @throws ConfigError where the login may not make roles, with the SQL that somebody else has to run
 */
export async function migrate({ url, adminUrl }: { url: string; adminUrl: string }): Promise<void> {
  const lock = new pg.Client({ connectionString: adminUrl });
  lock.on('error', () => undefined); // the query that meets it says so
  await lock.connect();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    await runMigrations(adminUrl);
    await grantRoles(lock, url);
  } catch (error) {
    throw (error as { code?: string }).code === insufficientPrivilege
      ? mayNotMakeRoles(url, adminUrl)
      : error;
  } finally {
    await lock.end(); // the lock goes with the session
  }
}

async function runMigrations(adminUrl: string): Promise<void> {
  const source = new DataSource({
    type: 'postgres',
    url: adminUrl,
    migrations: [
      EventStore1795471200001,
      Access1795471200002,
      ReadModels1795471200003,
      Imports1795471200004,
      FlagsAndTasks1795471200005,
      StaffMail1795471200006,
      Messages1795471200007,
      Demonstration1795471200008,
      ChangesOfImports1795471200009,
      Settings1795471200010,
      SignInAttempts1795471200015,
    ],
    migrationsTableName: 'lotse_migration',
    logging: false,
  });
  await source.initialize();
  try {
    await source.runMigrations({ transaction: 'all' });
  } finally {
    await source.destroy();
  }
}

async function grantRoles(admin: pg.Client, url: string): Promise<void> {
  const login = admin.escapeIdentifier(loginOf(url));
  for (const role of ['app', 'import'] satisfies DatabaseRole[]) {
    const name = roleName(url, role);
    const { rows } = await admin.query<{ member: boolean }>(`SELECT pg_has_role($1, $2, 'SET') AS member`, [
      loginOf(url),
      name,
    ]);
    if (!rows[0]?.member) await admin.query(`GRANT ${admin.escapeIdentifier(name)} TO ${login}`);
  }
}

const loginOf = (url: string): string => decodeURIComponent(new URL(url).username);

function mayNotMakeRoles(url: string, adminUrl: string): ConfigError {
  const [app, imports] = [roleName(url, 'app'), roleName(url, 'import')];
  return new ConfigError(
    `The login of ${url === adminUrl ? 'DATABASE_URL' : 'DATABASE_ADMIN_URL'} may not set up database ` +
      `"${databaseName(url)}"; let a superuser run: ALTER ROLE "${loginOf(adminUrl)}" CREATEROLE; ` +
      `CREATE ROLE "${app}" NOLOGIN; CREATE ROLE "${imports}" NOLOGIN; GRANT "${app}", "${imports}" TO ` +
      `"${loginOf(adminUrl)}" WITH ADMIN OPTION; GRANT CREATE ON DATABASE "${databaseName(url)}" TO "${loginOf(adminUrl)}";`,
  );
}
