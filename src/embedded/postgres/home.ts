import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { StartError } from '../start-error.js';
import { commonPlace, hashOf } from './common-place.js';
import { stopOrphan } from './orphan.js';
import { canEnter, userToRunAs, type SystemUser } from './run-as.js';

/** Where PostgreSQL lives and as whom. */
export interface Home {
  /** Its own directory, symbolic links resolved; the cluster is `data` in it. */
  dir: string;
  cluster: string;
  user: SystemUser | undefined;
}

/**
 * Makes `<data dir>/postgres` ready for the user that PostgreSQL runs as. Where that user cannot reach it, it
 * becomes a link to a directory that it can.
 * @param say told in one line when the database lies elsewhere
 */
export async function prepareHome(dataDir: string, say: (line: string) => void): Promise<Home> {
  const entry = join(dataDir, 'postgres');
  assertNotDangling(entry);
  const user = userToRunAs(join(entry, 'data'));
  if (user) chmodSync(dataDir, 0o711);
  const linked = isLink(entry);
  if (!linked) mkdirSync(entry, { recursive: true, mode: 0o700 });
  hand(entry, user);
  if (!canEnter(user, linked ? realpathSync(entry) : entry)) {
    if (existsSync(join(entry, 'data'))) {
      throw new StartError(
        `The database in ${entry} can no longer be reached by its user (uid ${user?.uid}): let others pass through the directories above it (chmod o+x), or move it back.`,
      );
    }
    await layElsewhere(dataDir, entry, user);
  }
  const dir = realpathSync(entry);
  // PostgreSQL's user may pass through where it has to; everything else in there is closed by its own mode.
  if (!user || isLink(entry)) chmodSync(dataDir, 0o700);
  if (isLink(entry))
    say(`The database lies in ${dir}, because PostgreSQL's user cannot reach ${entry}; that is a link now.`);
  return { dir, cluster: join(dir, 'data'), user };
}

async function layElsewhere(dataDir: string, entry: string, user: SystemUser | undefined): Promise<void> {
  const elsewhere = join(commonPlace(), hashOf(realpathSync(dataDir)));
  if (existsSync(elsewhere)) {
    // Left over from a data directory of the same name that was deleted: its passwords and keys are gone.
    await stopOrphan(join(elsewhere, 'data'));
    rmSync(`${elsewhere}.old`, { recursive: true, force: true });
    renameSync(elsewhere, `${elsewhere}.old`);
  }
  mkdirSync(elsewhere, { mode: 0o700 });
  hand(elsewhere, user);
  rmSync(entry, { recursive: true });
  symlinkSync(elsewhere, entry);
}

function hand(dir: string, user: SystemUser | undefined): void {
  if (user) chownSync(dir, user.uid, user.gid);
  chmodSync(dir, 0o700);
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

function assertNotDangling(entry: string): void {
  if (!isLink(entry) || existsSync(entry)) return;
  throw new StartError(
    `The database that ${entry} points to is gone. Bring it back, or remove the link to begin with an empty one.`,
  );
}
