import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** Makes a directory that only its owner can look into, with those above it. */
export function makePrivateDir(path: string): void {
  makeDir(path);
  chmodSync(path, 0o700);
}

/**
 * Makes a private directory unless it is there, with those above it. Node's own `recursive` tries for ever
 * where the system answers that there is no such place, as below `/proc`.
 * @param path absolute
 */
export function makeDir(path: string): void {
  if (existsSync(path)) return;
  makeDir(dirname(path));
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** Writes a file that only its owner can read; readers see the old content or the new one, also after a power cut. */
export function writePrivateFile(path: string, content: string): void {
  const unfinished = join(dirname(path), `.${randomUUID()}.part`);
  try {
    const fd = openSync(unfinished, 'wx', 0o600);
    try {
      writeSync(fd, content);
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
    renameSync(unfinished, path);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

/** The text of a file, or undefined when there is none. */
export function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
