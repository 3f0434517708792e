import { join } from 'node:path';
import { readIfThere } from '../files.js';
import { end, identify } from '../processes.js';

/**
 * Stops a server that outlived its supervisor (kill -9) and still holds this cluster. A process that merely
 * has its number by now is left alone.
 */
export async function stopOrphan(cluster: string): Promise<void> {
  const pid = Number(readIfThere(join(cluster, 'postmaster.pid'))?.split('\n')[0]);
  const who = pid > 0 ? identify(pid) : undefined;
  if (!who?.command.includes(`-D ${cluster}`)) return;
  await end(who, [
    ['SIGINT', 10_000],
    ['SIGQUIT', 5000],
    ['SIGKILL', 1000],
  ]);
}
