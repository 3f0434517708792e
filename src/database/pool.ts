import pg from 'pg';
import { roleName, type DatabaseRole } from './roles.js';

/** Instants come back as RFC 3339 strings and days as they are: no Date, whose time zone would be the machine's. */
const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === pg.types.builtins.TIMESTAMPTZ) return instantFromText;
    if (oid === pg.types.builtins.DATE) return (text: string) => text;
    if (oid === pg.types.builtins.INT8) return Number;
    return pg.types.getTypeParser(oid, format);
  },
};

/** As our sessions get them: in UTC, with no more than milliseconds. A Date takes ten times as long to say the same. */
const inUtc = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,3}))?\+00$/;

function instantFromText(text: string): string {
  if (text === '-infinity' || text === 'infinity') return text;
  const parts = inUtc.exec(text);
  if (!parts) return new Date(text).toISOString();
  const [, day, time, fraction = ''] = parts;
  return `${day}T${time}.${fraction.padEnd(3, '0')}Z`;
}

/**
 * Connections that act as the application's (or the import) role, whatever the login could do besides. A writer that
 * idles in a transaction would hold back the gated feed, so the server ends it after a minute.
 */
export function createPool(databaseUrl: string, role: DatabaseRole, size = 20): pg.Pool {
  const settings = {
    role: roleName(databaseUrl, role),
    idle_in_transaction_session_timeout: '60s',
    statement_timeout: '60s',
    timezone: 'UTC',
  };
  const options = Object.entries(settings)
    .map(([name, value]) => `-c ${name}=${value.replace(/[\\ ]/g, '\\$&')}`)
    .join(' ');
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: size,
    options,
    types,
    connectionTimeoutMillis: 10_000,
  });
  // A connection that breaks while idle is replaced; the query that needs one says so when it can't have it.
  pool.on('error', () => undefined);
  return pool;
}
