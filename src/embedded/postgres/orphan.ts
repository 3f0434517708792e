import { end, findProcesses } from '../processes.js';

/**
 * Stops a server that outlived its supervisor (kill -9) and still holds this cluster, or is about to. It is found by
 * its program and its cluster, not by a number that somebody else may have by now.
 */
export async function stopOrphan(cluster: string): Promise<void> {
  const servers = findProcesses(
    (command) => /^\S*postgres /.test(command) && command.includes(` -D ${cluster} `),
  );
  for (const server of servers) {
    await end(server, [
      ['SIGINT', 10_000],
      ['SIGQUIT', 5000],
      ['SIGKILL', 1000],
    ]);
  }
}

/** Ends an initdb that makes a cluster in this directory for a supervisor that is gone; its own server ends with it. */
export async function stopMaking(dir: string): Promise<void> {
  const making = findProcesses((command) => command.includes(` --pgdata=${dir}/new-`));
  await Promise.all(making.map((initdb) => end(initdb, [['SIGKILL', 5000]])));
}
