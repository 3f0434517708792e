import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StartError, reasonOf } from '../start-error.js';

/**
 * A directory of root's that every user can pass through, for what the user `postgres` has to reach when our
 * own directories are closed to it: `/var/lib/lotse`, else one in the temporary directory.
 */
export function commonPlace(candidates = ['/var/lib/lotse', join(tmpdir(), 'lotse')]): string {
  const problems: string[] = [];
  for (const dir of candidates) {
    try {
      mkdirSync(dir, { recursive: true, mode: 0o711 });
      assertOurs(dir);
      chmodSync(dir, 0o711);
      return dir;
    } catch (error) {
      problems.push(reasonOf(error));
    }
  }
  throw new StartError(
    `PostgreSQL cannot run as root, and no place was found that its user can reach (${problems.join('; ')}): choose a LOTSE_DATA_DIR outside of a closed directory.`,
  );
}

/** In the temporary directory anybody could have put one there before us. */
function assertOurs(dir: string): void {
  const found = lstatSync(dir);
  if (!found.isDirectory() || found.uid !== 0 || (found.mode & 0o022) !== 0) {
    throw new Error(`${dir} is not root's own`);
  }
}

/** A short name for a directory, the same on every start. */
export function hashOf(dir: string): string {
  return createHash('sha256').update(dir).digest('hex').slice(0, 12);
}
