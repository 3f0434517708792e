import { statfsSync } from 'node:fs';
import { reasonOf } from './start-error.js';

/** What is left on the disk of a directory, and how large it is, in bytes. */
export interface DiskRoom {
  free: number;
  of: number;
}

/** @returns undefined where there is no such directory */
export function diskRoom(dir: string): DiskRoom | undefined {
  try {
    const { bavail, blocks, bsize } = statfsSync(dir);
    return { free: bavail * bsize, of: blocks * bsize };
  } catch {
    return undefined;
  }
}

/** Less than a file of PostgreSQL's log of changes (16 MB): where that can't be made, it does not start. */
const tooLittle = 20 * 1024 * 1024;

const full = ['ENOSPC', 'EDQUOT'];

/**
 * Whether something failed because of the disk: it said so itself, or there is no room left, whatever a server said.
 * @param dirs the directories in which it writes
 * @returns what is wrong and where, the beginning of a sentence
 */
export function diskTrouble(error: unknown, dirs: readonly string[]): string | undefined {
  const { code = '' } = error as { code?: string };
  if (code === 'EROFS') return `The disk of ${dirs[0]} can only be read (${reasonOf(error)})`;
  if (full.includes(code)) return `The disk of ${dirs[0]} is full (${reasonOf(error)})`;
  const without = dirs.find((dir) => (diskRoom(dir)?.free ?? Infinity) < tooLittle);
  return without && `The disk of ${without} is full (${reasonOf(error)})`;
}
