import { end, findProcesses } from '../processes.js';

/**
 * Stops a server that outlived its supervisor (kill -9): two on one file would spoil it. It is found by its file, not
 * by a number that somebody else may have by now.
 */
export async function stopOrphan(database: string): Promise<void> {
  for (const server of findProcesses((command) => command.includes(` --db-filename ${database} `))) {
    await end(server, [
      ['SIGTERM', 5000],
      ['SIGKILL', 1000],
    ]);
  }
}
