import { randomUUID } from 'node:crypto';
import { linkSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readIfThere, writePrivateFile } from '../embedded/files.js';
import { identify, stillRuns, type ProcessIdentity } from '../embedded/processes.js';
import { StartError } from '../embedded/start-error.js';

/** The right to run on a data directory. */
export interface Lock {
  /** Whether the one before ended without giving it back. */
  takenOver: boolean;
  release(): void;
}

/**
 * Lets one supervisor run on a data directory. The lock holds who has it, not just a number that another
 * process may have by now, so that it never outlives its owner.
 * @throws StartError when another one runs
 */
export function takeLock(dataDir: string): Lock {
  const path = join(dataDir, 'lock');
  const me = JSON.stringify(identify(process.pid));
  let takenOver = false;
  while (!claim(path, me)) {
    const holder = readIfThere(path);
    if (holder === undefined) continue;
    if (holderRuns(holder)) throw occupied(dataDir, holder);
    takenOver = true;
    removeStale(path, holder);
  }
  return { takenOver, release: () => rmSync(path, { force: true }) };
}

/** Linking fails when the name is taken: only one of two can succeed, and nobody sees an unfinished lock. */
function claim(path: string, me: string): boolean {
  const mine = `${path}.${randomUUID()}`;
  writePrivateFile(mine, me);
  try {
    linkSync(mine, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  } finally {
    rmSync(mine);
  }
}

/** Between reading and removing, another start may have taken the lock over: then it is put back. */
function removeStale(path: string, stale: string): void {
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  if (readIfThere(aside) !== stale) linkSync(aside, path);
  rmSync(aside);
}

function holderRuns(holder: string): boolean {
  try {
    return stillRuns(JSON.parse(holder) as ProcessIdentity);
  } catch {
    return false;
  }
}

function occupied(dataDir: string, holder: string): StartError {
  const { pid } = JSON.parse(holder) as ProcessIdentity;
  return new StartError(
    `Lotse already runs on ${dataDir} (process ${pid}): stop it, or set another LOTSE_DATA_DIR and LOTSE_PORT.`,
  );
}
