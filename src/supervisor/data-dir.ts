import { accessSync, chmodSync, constants, readdirSync, realpathSync, statSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';
import { makeDir, readIfThere, writePrivateFile } from '../embedded/files.js';
import { reasonOf, StartError } from '../embedded/start-error.js';

/** By these a directory is known as ours; a master key is put there before a backup is restored. */
const ourMarks = ['instance.json', 'lock', 'master.key'];

/**
 * Makes the data directory, private. One that holds other things is not touched: closing somebody's home or
 * `/tmp` to everybody else would be a bad surprise.
 * @returns its absolute path, symbolic links resolved
 * @throws StartError when nothing can be written there, or it is not ours
 */
export function openDataDir(path: string): string {
  const dir = resolve(path);
  try {
    makeDir(dir);
    const names = readdirSync(dir);
    if (names.length > 0 && !names.some((name) => ourMarks.includes(name))) {
      throw new StartError(
        `LOTSE_DATA_DIR is "${dir}", which holds other things: set one that is empty or does not exist yet.`,
      );
    }
    accessSync(dir, constants.W_OK | constants.X_OK);
    // Never closer than a running server needs it: this may be the second start on a directory in use.
    chmodSync(dir, statSync(dir).mode & 0o711);
    return realpathSync(dir);
  } catch (error) {
    if (error instanceof StartError) throw error;
    throw new StartError(
      `LOTSE_DATA_DIR is "${dir}", where nothing can be written (${reasonOf(error)}): set another one.`,
    );
  }
}

/** The file of the master key in the data directory, drawn on the first start. */
export function masterKeyFile(dataDir: string): string {
  const path = join(dataDir, 'master.key');
  if (readIfThere(path) === undefined) writePrivateFile(path, `${randomBytes(32).toString('base64')}\n`);
  return path;
}
