import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { StartError } from '../start-error.js';
import type { Environment } from '../../config/read-variable.js';

/** Whether this is a file that we may run. */
export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** The program of this name on the PATH. */
export function onPath(name: string, env: Environment): string | undefined {
  const directories = (env['PATH'] ?? '').split(delimiter).filter((dir) => dir !== '');
  return directories.map((dir) => resolve(dir, name)).find(isExecutable);
}

/** The program in whichever of our caches has it. */
export function inCache(cached: string, env: Environment, dataDir?: string): string | undefined {
  return caches(env, dataDir)
    .map((dir) => join(dir, cached))
    .find(isExecutable);
}

/** The first of our caches that can be written: the user's own serves all data directories. */
export function cacheDirectory(env: Environment, dataDir?: string): string {
  const found = caches(env, dataDir).find((dir) => {
    try {
      mkdirSync(dir, { recursive: true, mode: 0o700 });
      accessSync(dir, constants.W_OK);
      return true;
    } catch {
      return false;
    }
  });
  if (found) return found;
  throw new StartError(
    'No directory for downloaded programs can be written: set XDG_CACHE_HOME to one that can.',
  );
}

function caches({ XDG_CACHE_HOME: cache, HOME: home }: Environment, dataDir?: string): string[] {
  const users = cache ? [join(cache, 'lotse')] : home ? [join(home, '.cache', 'lotse')] : [];
  return dataDir ? [...users, join(dataDir, 'cache')] : users;
}
