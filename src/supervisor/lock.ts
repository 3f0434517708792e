import { createHash } from 'node:crypto';
import { linkSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readIfThere, unfinishedBeside, writePrivateFile } from '../embedded/files.js';
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
  for (;;) {
    const isFree = claim(path, me);
    const holder = isFree ? me : readIfThere(path);
    if (holder === undefined) continue;
    if (!isFree && holderRuns(holder)) throw occupied(dataDir, holder);
    if (isFree || succeed(dataDir, path, holder, me)) {
      removeSuccessions(dataDir);
      return { takenOver: !isFree, release: () => rmSync(path, { force: true }) };
    }
  }
}

/** Linking fails when the name is taken: only one of two can succeed, and nobody sees an unfinished lock. */
function claim(path: string, me: string): boolean {
  const mine = unfinishedBeside(path);
  writePrivateFile(mine, me);
  try {
    linkSync(mine, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  } finally {
    rmSync(mine, { force: true });
  }
}

/**
 * Takes over from a holder that is gone. The right to do so is a lock too, named after that holder: it is given once
 * as long as the holder stands in the lock, and who has it replaces the lock in one step. Whoever is killed in between
 * is succeeded in the same way.
 * @returns false when the lock is somebody else's by now: look again
 */
function succeed(dataDir: string, path: string, gone: string, me: string): boolean {
  const succession = `${path}${after}${createHash('sha256').update(gone).digest('hex').slice(0, 32)}`;
  if (!claim(succession, me)) {
    const heir = readIfThere(succession);
    if (heir === undefined) return false;
    if (holderRuns(heir)) throw occupied(dataDir, heir);
    if (!succeed(dataDir, succession, heir, me)) return false;
  }
  if (readIfThere(path) !== gone) {
    rmSync(succession, { force: true });
    return false;
  }
  const mine = unfinishedBeside(path);
  writePrivateFile(mine, me);
  renameSync(mine, path);
  rmSync(succession, { force: true });
  return true;
}

const after = '.after-';

/** What successions that were cut short have left; that of a lock which is held by somebody alive is never needed. */
function removeSuccessions(dataDir: string): void {
  for (const name of readdirSync(dataDir))
    if (name.startsWith(`lock${after}`)) rmSync(join(dataDir, name), { force: true });
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
