import { join } from 'node:path';
import { readIfThere, writePrivateFile } from '../files.js';
import { end, identify } from '../processes.js';

const pidFile = (dir: string) => join(dir, 'temporal.pid');

/** Remembers the server of this directory, so that a later start finds it when it outlives its supervisor. */
export function remember(dir: string, pid: number): void {
  writePrivateFile(pidFile(dir), String(pid));
}

/**
 * Stops a server that outlived its supervisor (kill -9): two on one file would spoil it. A process that merely
 * has its number by now is left alone.
 */
export async function stopOrphan(dir: string, database: string): Promise<void> {
  const pid = Number(readIfThere(pidFile(dir)));
  const who = pid > 0 ? identify(pid) : undefined;
  if (!who?.command.includes(`--db-filename ${database}`)) return;
  await end(who, [
    ['SIGTERM', 5000],
    ['SIGKILL', 1000],
  ]);
}
