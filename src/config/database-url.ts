import { accessSync, constants } from 'node:fs';
import { ConfigError } from './config-error.js';
import { readOptional, type Environment } from './read-variable.js';

type Name = 'DATABASE_URL' | 'DATABASE_ADMIN_URL';

/**
 * Reads where a database is. TLS is asked for in the URL, as libpq does; only what checks the server's certificate and
 * name counts as TLS here.
 * @throws ConfigError of one line, which does not show the URL
 */
export function readDatabaseUrl(env: Environment, name: Name): string | undefined {
  const url = readOptional(env, name);
  if (url === undefined) return undefined;
  const { searchParams } = new URL(url);
  const mode = searchParams.get('sslmode') ?? 'disable';
  if (!/^(disable|verify-full)$/.test(mode)) {
    throw new ConfigError(
      `${name} has sslmode=${mode.slice(0, 20)}; it takes verify-full, which checks the server's certificate and ` +
        'name (with sslrootcert=/path/ca.pem where the authority is your own), or disable.',
    );
  }
  for (const file of ['sslrootcert', 'sslcert', 'sslkey']) {
    const path = searchParams.get(file);
    if (path === null) continue;
    if (mode === 'disable') throw new ConfigError(`${name} has ${file} without sslmode=verify-full.`);
    if (!isReadable(path)) {
      throw new ConfigError(`${name} has ${file}=${path}; this file cannot be read.`);
    }
  }
  return url;
}

function isReadable(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}
