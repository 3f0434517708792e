import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import { ConfigError } from './config/config-error.js';
import type { Config } from './config/config.js';
import { certificateFault } from './config/tls-fault.js';
import { refuseRoleThatCanChangeEvents } from './database/check-role.js';
import { migrate } from './database/migrate.js';
import { createPool } from './database/pool.js';
import type { Sql } from './database/sql.js';
import { refuseUnreadableLog } from './event-store/kinds-of-events.js';
import { masterSecrets, type MasterSecrets } from './event-store/seal/master-secrets.js';
import { isDatabaseAway } from './http/database-away.js';

/** The database of this installation, and the keys that fit it. */
export interface OpenedDatabase {
  sql: pg.Pool;
  secrets: MasterSecrets;
}

/** A database that starts along with us is waited for; one that is away for longer is said to be so. */
const patienceMs = 60_000;

/**
 * Brings the database to this version, and opens it as the right role.
 * @throws ConfigError where the environment does not fit the database
 */
export async function openDatabase(config: Config): Promise<OpenedDatabase> {
  await migrateWhenThere(config);
  const real = config.clockOffsetMs === 0;
  const sql = createPool(config.database.url, real ? 'app' : 'import');
  try {
    await refuseRoleThatCanChangeEvents(sql);
    await refuseUnreadableLog(sql);
    const secrets = masterSecrets(config.masterKey);
    await refuseForeignKey(sql, secrets);
    return { sql, secrets };
  } catch (error) {
    await sql.end();
    throw error;
  }
}

async function migrateWhenThere({ database }: Config): Promise<void> {
  const giveUpAt = performance.now() + patienceMs;
  for (;;) {
    try {
      return await migrate(database);
    } catch (error) {
      if (!isDatabaseAway(error)) throw refusedLogin(error) ?? refusedTls(error) ?? error;
      if (performance.now() > giveUpAt) {
        throw new ConfigError('The database of DATABASE_URL does not answer; start it, or correct the URL.');
      }
      await wait(500);
    }
  }
}

/** SQLSTATE class 28 and 3D000: login, password or database are not there. The URL is not shown, it holds a password. */
function refusedLogin(error: unknown): ConfigError | undefined {
  const { code = '' } = error as { code?: string };
  if (!/^28|^3D000$/.test(code)) return undefined;
  return new ConfigError(
    `The database server refuses the login of DATABASE_URL or DATABASE_ADMIN_URL (${code}); correct user, password or database.`,
  );
}

/** What TLS asks for is not there: waiting would not help. */
function refusedTls(error: unknown): ConfigError | undefined {
  const fault = certificateFault(error);
  if (fault !== undefined) {
    return new ConfigError(
      `The certificate of the database server ${fault}; correct the host or sslrootcert of DATABASE_URL and ` +
        'DATABASE_ADMIN_URL, or the certificate.',
    );
  }
  // pg gives this no code
  if ((error as Error).message !== 'The server does not support SSL connections') return undefined;
  return new ConfigError(
    'The database server speaks no TLS, and DATABASE_URL or DATABASE_ADMIN_URL asks for it (sslmode); switch it on there.',
  );
}

/** With another key every sealed part would be unreadable, and new ones would be sealed in vain. */
async function refuseForeignKey(sql: Sql, secrets: MasterSecrets): Promise<void> {
  const check = secrets.hmac('key-check', 'lotse');
  const { rows } = await sql.query<{ belongs: boolean }>('SELECT es.key_belongs($1) AS belongs', [check]);
  if (rows[0]?.belongs === true) return;
  throw new ConfigError(
    'LOTSE_MASTER_KEY (or _FILE) is not the key with which this database was sealed; bring back that key.',
  );
}
