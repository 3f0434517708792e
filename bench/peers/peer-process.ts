import { join } from 'node:path';
import { freePort } from '../../src/embedded/ports.js';
import type { Running } from '../../src/embedded/running.js';
import { startNode } from '../../src/embedded/start-node.js';

/** The coach's token with every peer. */
export const peerToken = 'a-token-of-the-bench';

/** A peer's program, always the built one: Node runs no source. */
const program = (path: string): URL =>
  new URL(import.meta.url.endsWith('.ts') ? `../../dist/bench/peers/${path}` : path, import.meta.url);

/** One process of a peer that runs. */
export interface PeerProcess extends Running {
  url: string;
}

/**
 * Starts a process of a peer and waits until it is ready.
 * @param path below bench/peers, `dbos/main.js`
 */
export async function startPeer(
  path: string,
  place: { dir: string; databaseUrl: string; temporalAddress?: string; args?: readonly string[] },
): Promise<PeerProcess> {
  const port = await freePort();
  const { dir, databaseUrl, temporalAddress, args = [] } = place;
  const running = await startNode({
    script: program(path),
    args,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PEER_DATABASE_URL: databaseUrl,
      PEER_PORT: String(port),
      PEER_TEMPORAL: temporalAddress,
    },
    // what Lotse gives its API, so that nobody is slower for the sake of the collector
    nodeOptions: ['--max-semi-space-size=32'],
    logFile: join(dir, `${[path, ...args].join('-').replaceAll('/', '-')}.log`),
    readyWithinMs: 60_000,
    signal: new AbortController().signal,
  });
  return { ...running, url: `http://127.0.0.1:${port}` };
}
