import pg from 'pg';
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
import { LockStreams1795471200011 } from './migrations/0011-lock-streams.js';
import { Checks1795471200013 } from './migrations/0013-checks.js';
import { WorkerCounts1795471200017 } from './migrations/0017-worker-counts.js';
import { Lists1795471200018 } from './migrations/0018-lists.js';
import { SealedNames1795471200019 } from './migrations/0019-sealed-names.js';
import { Phases1795471200020 } from './migrations/0020-phases.js';
import { AccountsAndMessages1795471200021 } from './migrations/0021-accounts-and-messages.js';
import { ViewsAndBulkActs1795471200022 } from './migrations/0022-views-and-bulk-acts.js';
import { Exports1795471200023 } from './migrations/0023-exports.js';
import { SamePersons1795471200024 } from './migrations/0024-same-persons.js';
import { Statistics1795471200025 } from './migrations/0025-statistics.js';
import { Recovery1795471200012 } from './migrations/0012-recovery.js';
import { SignInAttempts1795471200015 } from './migrations/0015-sign-in-attempts.js';
import { hasTable } from './has-table.js';
import { databaseName, roleName, type DatabaseRole } from './roles.js';

/** Any number that nobody else uses in this database: of several processes that start at once, one migrates. */
const migrationLock = 0x6c6f7473;

const insufficientPrivilege = '42501';

const migrations = [
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
  LockStreams1795471200011,
  Recovery1795471200012,
  Checks1795471200013,
  SignInAttempts1795471200015,
  WorkerCounts1795471200017,
  Lists1795471200018,
  SealedNames1795471200019,
  Phases1795471200020,
  AccountsAndMessages1795471200021,
  ViewsAndBulkActs1795471200022,
  Exports1795471200023,
  SamePersons1795471200024,
  Statistics1795471200025,
];

/** The names of this version's migrations, as the database notes them, in order. */
export const migrationNames: readonly string[] = migrations.map(({ name }) => name);

/** The logins of a database: the application's, and the one that owns everything. */
interface Logins {
  url: string;
  adminUrl: string;
}

/**
 * Brings the database to this version's schema, under a lock, and lets the application's login act as its roles.
 * @throws ConfigError where the login may not make roles, with the SQL that somebody else has to run
 */
export const migrate = (logins: Logins): Promise<void> =>
  whileNobodyMigrates(logins, async (admin) => {
    if (await isBehind(admin)) await runMigrations(logins.adminUrl);
  });

const table = 'lotse_migration';

/** Asked first: at nearly every start nothing is to be done, and TypeORM takes a sixth of a second to load. */
async function isBehind(admin: pg.Client): Promise<boolean> {
  if (!(await hasTable(admin, table))) return true;
  const { rows: done } = await admin.query<{ name: string }>(`SELECT name FROM ${table}`);
  return migrationNames.some((name) => !done.some((each) => each.name === name));
}

/**
 * Does some work under the lock that lets every process wait before it uses the database, then grants the roles.
 * @throws ConfigError as `migrate` does, and what the work throws
 */
export async function whileNobodyMigrates(
  { url, adminUrl }: Logins,
  work: (admin: pg.Client) => Promise<void>,
): Promise<void> {
  const lock = new pg.Client({ connectionString: adminUrl });
  lock.on('error', () => undefined); // the query that meets it says so
  await lock.connect();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    await work(lock);
    await grantRoles(lock, url);
  } catch (error) {
    throw (error as { code?: string }).code === insufficientPrivilege
      ? mayNotMakeRoles(url, adminUrl)
      : error;
  } finally {
    await lock.end(); // the lock goes with the session
  }
}

/** Runs the migrations that have not run yet; only under the lock. @param names only these, for a schema of an older version */
export async function runMigrations(adminUrl: string, names = migrationNames): Promise<void> {
  const { DataSource } = await import('typeorm');
  const source = new DataSource({
    type: 'postgres',
    url: adminUrl,
    migrations: migrations.filter(({ name }) => names.includes(name)),
    migrationsTableName: table,
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
