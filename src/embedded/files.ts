import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** What a file is called while it is being written, after a dot and an id. */
const part = '.part';

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

/** Whether a name is that of a file which somebody had begun to write. */
export const isUnfinished = (name: string): boolean => name.startsWith('.') && name.endsWith(part);

/** A name for a file that is yet to be called otherwise; one that is left over is removed by a later start. */
export const unfinishedBeside = (path: string): string => join(dirname(path), `.${randomUUID()}${part}`);

/**
 * Writes a file that only its owner can read; readers see the old content or the new one, also after a power cut, and
 * once this returns they see the new one.
 */
export function writePrivateFile(path: string, content: string): void {
  const unfinished = unfinishedBeside(path);
  try {
    const fd = openSync(unfinished, 'wx', 0o600);
    try {
      writeFileSync(fd, content); // all of it: a disk that is nearly full takes a part without an error
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
    renameSync(unfinished, path);
    syncDirectory(dirname(path));
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

/** Lets what was made, linked or renamed in a directory outlast a power cut. */
export function syncDirectory(path: string): void {
  const fd = openSync(path, 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/** The same of a file, or of a directory's names, without holding up whoever else is served. */
export async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Removes what somebody who was killed had begun to write more than a minute ago. */
export function removeUnfinishedFiles(dir: string): void {
  for (const name of readdirSync(dir)) {
    if (!isUnfinished(name)) continue;
    const path = join(dir, name);
    const begun = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Infinity;
    if (begun < Date.now() - 60_000) rmSync(path, { force: true });
  }
}

/** Removes a directory with all in it, also while a process that is just ending still writes there. */
export async function removeTree(path: string, patienceMs = 30_000): Promise<void> {
  const giveUpAt = performance.now() + patienceMs;
  for (;;) {
    try {
      return rmSync(path, { recursive: true, force: true });
    } catch (error) {
      // Node's own retries don't look again at what came meanwhile.
      const { code } = error as NodeJS.ErrnoException;
      if (code !== 'ENOTEMPTY' || performance.now() > giveUpAt) throw error;
      await setTimeout(100);
    }
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
