import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { built } from '../../src/embedded/built.js';
import { freePort } from '../../src/embedded/ports.js';
import type { RunningLotse } from './running-lotse.js';

/** A process beside those of a whole Lotse, which nobody starts again. */
export interface SecondProcess {
  /** Ends it as a power cut does. */
  kill(): void;
  /** Ends it in order; one that is gone is as good as ended. */
  stop(): Promise<void>;
}

/** A whole Lotse whose processes can be found. */
type Whole = Pick<RunningLotse, 'pids'>;

/** A second API on the same database and Temporal. @returns it and where it listens, once it answers */
export async function secondApi(lotse: Whole): Promise<SecondProcess & { url: string }> {
  const port = await freePort();
  const env = { ...environmentOf(lotse, 'api/main.js'), LOTSE_PORT: String(port) };
  return { ...(await started('../api/main.js', env, 'api-ready')), url: `http://127.0.0.1:${port}` };
}

/** A second worker on the same database and Temporal. @returns once it has begun */
export const secondWorker = (lotse: Whole): Promise<SecondProcess> =>
  started('worker.js', environmentOf(lotse, 'src/worker.js'), 'worker-ready');

/** What the supervisor told the first one. */
function environmentOf(lotse: Whole, word: string): NodeJS.ProcessEnv {
  const [pid] = lotse.pids(word);
  if (pid === undefined) throw new Error(`There is no process ${word}`);
  const given = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0');
  const entries = given.map(
    (line) => /^([^=]+)=([^]*)$/.exec(line)?.slice(1) as [string, string] | undefined,
  );
  const all = Object.fromEntries(entries.filter((entry) => entry !== undefined));
  delete all['NODE_CHANNEL_FD']; // the supervisor's own line to its child
  return all;
}

async function started(script: string, env: NodeJS.ProcessEnv, ready: string): Promise<SecondProcess> {
  const child = spawn(process.execPath, ['--enable-source-maps', fileURLToPath(built(script))], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await untilSaid(child, ready);
  const isOver = (): boolean => child.exitCode !== null || child.signalCode !== null;
  return {
    kill: () => void child.kill('SIGKILL'),
    async stop() {
      if (isOver()) return;
      const exit = once(child, 'exit');
      child.kill('SIGTERM');
      await exit;
    },
  };
}

function untilSaid(child: ChildProcess, word: string): Promise<void> {
  let said = '';
  return new Promise((resolve, reject) => {
    const listen = (text: unknown): void => {
      said = (said + String(text)).slice(-10_000);
      if (said.includes(word)) resolve();
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', (code) => reject(new Error(`It ended with ${code} instead of being ready:\n${said}`)));
  });
}
