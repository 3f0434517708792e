import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { openLog } from '../../../src/embedded/log-file.js';
import { freePort } from '../../../src/embedded/ports.js';
import { untilReady, type Running } from '../../../src/embedded/running.js';
import { answers } from '../../../src/embedded/temporal/answers.js';
import { findTemporalCli } from '../../../src/embedded/temporal/find-tool.js';
import { collecting, storing } from '../../../src/embedded/temporal/at-ease.js';

/** A Temporal of the peer's own: as Lotse embeds it, but with room for many updates at once. */
export async function startServer(dir: string): Promise<Running & { address: string }> {
  const program = await findTemporalCli({ env: process.env, dataDir: dir });
  const [port, uiPort] = [await freePort(), await freePort()];
  const address = `127.0.0.1:${port}`;
  const options = {
    ip: '127.0.0.1',
    port,
    'ui-port': uiPort,
    'db-filename': join(dir, 'temporal.db'),
    'log-level': 'warn',
    // the default of ten loses tasks under a burst
    'dynamic-config-value': 'history.maxInFlightUpdates=1000',
  };
  const log = openLog(join(dir, 'textbook-temporal.log'));
  const named = Object.entries(options).flatMap(([name, value]) => [`--${name}`, `${value}`]);
  const child = spawn(program, ['server', 'start-dev', ...named, ...storing], {
    cwd: dir,
    env: { HOME: dir, ...collecting() },
    stdio: ['ignore', log.fd, log.fd],
    detached: true,
  });
  const running = await untilReady({
    child,
    log,
    isReady: () => answers(address, 'default'),
    readyWithinMs: 60_000,
    stopSignals: ['SIGTERM'],
    signal: new AbortController().signal,
  });
  return { ...running, address };
}
