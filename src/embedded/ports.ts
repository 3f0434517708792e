import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { StartError } from './start-error.js';

/** Whether a server could listen there now. */
export function isFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** Below the range from which systems take the ports of outgoing connections; not including the last. */
const [first, last] = [20_000, 32_000];
/** One after another from a random one on: none is given twice before all have been, and few processes meet. */
let next = randomInt(first, last);

/**
 * A free port on loopback, the preferred one if it is free. None of outgoing connections: while a server is away, a client
 * that keeps trying to reach it could otherwise be given that very port, and be connected to itself.
 */
export async function freePort(preferred?: number): Promise<number> {
  if (preferred !== undefined && (await isFree(preferred))) return preferred;
  for (let attempt = 0; attempt < 100; attempt++) {
    const port = next;
    next = port + 1 < last ? port + 1 : first;
    if (await isFree(port)) return port;
  }
  throw new StartError(
    `No free port was found between ${first} and ${last} on 127.0.0.1; stop what listens there.`,
  );
}

/**
 * Says in time that somebody else listens where the API shall.
 * @param patienceMs how long a server that is just ending may take
 * @throws StartError naming LOTSE_PORT or LOTSE_HOST
 */
export async function assertFree(port: number, host: string, patienceMs = 0): Promise<void> {
  const giveUpAt = performance.now() + patienceMs;
  while (!(await isFree(port, host))) {
    if (performance.now() >= giveUpAt) {
      throw new StartError(
        `Nothing can listen on ${host}:${port}: the port is in use or the host is not this machine's. Set another LOTSE_PORT (or LOTSE_HOST).`,
      );
    }
    await setTimeout(100);
  }
}
