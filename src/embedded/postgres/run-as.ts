import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { StartError } from '../start-error.js';

/** The system user that PostgreSQL runs as. */
export interface SystemUser {
  uid: number;
  gid: number;
}

/**
 * PostgreSQL refuses to run as root. Root lets the owner of an existing cluster run it, else the user
 * `postgres`, who is made when missing.
 * @param cluster the cluster's directory, which may not exist yet
 * @returns undefined for: as whoever we are
 * @throws StartError when the cluster is somebody else's, or the user can't be made
 */
export function userToRunAs(cluster: string, name = 'postgres'): SystemUser | undefined {
  const owner = existsSync(cluster) ? statSync(cluster) : undefined;
  const self = process.getuid?.();
  if (self === undefined) return undefined;
  if (self !== 0) {
    if (!owner || owner.uid === self) return undefined;
    throw new StartError(
      `The database in ${cluster} belongs to another user (uid ${owner.uid}): start Lotse as that user or as root, or choose another LOTSE_DATA_DIR.`,
    );
  }
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return findUser(name) ?? makeUser(name);
}

function findUser(name: string): SystemUser | undefined {
  const [uid, gid] = ['-u', '-g'].map((which) => {
    const id = spawnSync('id', [which, name], { encoding: 'utf8' });
    return id.status === 0 ? Number(id.stdout.trim()) : undefined;
  });
  return uid !== undefined && gid !== undefined ? { uid, gid } : undefined;
}

function makeUser(name: string): SystemUser {
  spawnSync('groupadd', ['--system', name]); // may exist already
  const made = spawnSync(
    'useradd',
    ['--system', '--no-create-home', '--gid', name, '--shell', '/bin/false', name],
    {
      encoding: 'utf8',
    },
  );
  const user = findUser(name);
  if (user) return user;
  throw new StartError(
    `PostgreSQL does not run as root, and the user "${name}" could not be made (${(made.stderr ?? made.error?.message ?? '').trim()}): make it, start Lotse as an ordinary user, or set DATABASE_URL.`,
  );
}

/** Whether this user could enter the directory; the system itself is asked, so that every kind of right counts. */
export function canEnter(user: SystemUser | undefined, dir: string): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', dir], { ...user, cwd: '/' }).status === 0;
}
