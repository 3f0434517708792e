import { randomUUID } from 'node:crypto';
import { chmodSync, mkdirSync, renameSync, rmSync } from 'node:fs';

/**
 * Fetches a program in a directory of its own and moves it into place when it is whole, so that nobody ever
 * finds half of it; two at once do no harm.
 * @param fetch puts the program somewhere below the directory and returns its path
 */
export async function putInPlace(target: string, fetch: (dir: string) => Promise<string>): Promise<string> {
  const dir = `${target}.${randomUUID()}`;
  mkdirSync(dir, { mode: 0o700 });
  try {
    const program = await fetch(dir);
    chmodSync(program, 0o755);
    renameSync(program, target);
    return target;
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
