import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readIfThere, writePrivateFile } from '../files.js';
import { StartError } from '../start-error.js';

/** The passwords of the cluster's two users. */
export interface Passwords {
  postgres: string;
  lotse: string;
}

/**
 * Reads `<data dir>/postgres-passwords.json`, or draws new ones for a cluster that is yet to be made.
 * @throws StartError when they are lost
 */
export function passwordsFor(dataDir: string, cluster: string): Passwords {
  const path = join(dataDir, 'postgres-passwords.json');
  const kept = readIfThere(path);
  if (kept !== undefined) return JSON.parse(kept) as Passwords;
  if (existsSync(cluster)) {
    throw new StartError(
      `The passwords of the database are lost: bring ${path} back, or choose another LOTSE_DATA_DIR.`,
    );
  }
  const drawn = { postgres: randomBytes(24).toString('hex'), lotse: randomBytes(24).toString('hex') };
  writePrivateFile(path, JSON.stringify(drawn));
  return drawn;
}
