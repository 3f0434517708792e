import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../src/embedded/ports.js';
import { readRunFile, type RunFile } from '../../src/supervisor/run-file.js';
import { childrenSaying } from './processes.js';

/** Where what was built lies: this file's own place, or that of the source beside it. */
const src = fileURLToPath(
  new URL(import.meta.url.includes('/dist/') ? '../../src/' : '../../dist/src/', import.meta.url),
);

/** A Lotse as the README starts it, in a data directory of its own, with a coordinator's token. */
export interface MeasuredLotse {
  run: RunFile;
  token: string;
  dataDir: string;
  /** `lotse …` on it; gives what it prints, and rejects where it ends with anything but 0. */
  cli(...args: string[]): Promise<string>;
  /** The processes that it keeps running whose command line holds that word. */
  pids(word: string): number[];
  /** Stops it, and starts it again on the same data with another environment. */
  again(env: Readonly<Record<string, string>>): Promise<void>;
  /** Stops it and removes its data. */
  remove(): Promise<void>;
}

/**
 * Starts an empty one. Rejects with what it said when it is not ready.
 * @param env beside the process's own, such as servers that are to be used instead of the embedded ones
 * @param prepare fills its data directory before the first start
 */
export async function startMeasured(
  env: Readonly<Record<string, string>> = {},
  prepare?: (dataDir: string) => Promise<void>,
): Promise<MeasuredLotse> {
  const dataDir = mkdtempSync(join(tmpdir(), 'lotse-bench-'));
  const forget = (): void => rmSync(dataDir, { recursive: true, force: true });
  try {
    await prepare?.(dataDir);
  } catch (error) {
    forget();
    throw error;
  }
  const fixed = { LOTSE_DATA_DIR: dataDir, LOTSE_PORT: String(await freePort()), LOTSE_DEMO: 'off' };
  let started = await start(dataDir, { ...fixed, ...env });
  const cli = (...args: string[]): Promise<string> => runCli(args, { ...process.env, ...fixed });
  const lotse: MeasuredLotse = {
    run: started.run,
    token: '',
    dataDir,
    cli,
    pids: (word) => childrenSaying(lotse.run.pid, word),
    async again(changed) {
      await started.stop();
      started = await start(dataDir, { ...fixed, ...changed });
      lotse.run = started.run;
    },
    async remove() {
      await started.stop();
      forget();
    },
  };
  try {
    lotse.token = await coordinatorOf(lotse);
  } catch (error) {
    await lotse.remove();
    throw error;
  }
  return lotse;
}

/** The address of the one account of a measured Lotse. */
export const coordinatorEmail = 'koordination@example.org';

/** Adds a coordinator; gives her token. */
async function coordinatorOf({ cli }: MeasuredLotse): Promise<string> {
  const email = coordinatorEmail;
  const named = ['--name', 'Kim Beispiel', '--phone', '0241 4710 0', '--role', 'coordinator'];
  await cli('user', 'add', '--email', email, ...named);
  return (await cli('token', 'create', '--user', email)).trim();
}

async function start(dataDir: string, env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [join(src, 'supervisor.js')], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.kill('SIGTERM')) await once(child, 'exit');
  };
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += String(text)));
  while (!said.includes('Lotse is ready')) {
    if (child.exitCode !== null) {
      rmSync(dataDir, { recursive: true, force: true });
      throw new Error(said);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const run = readRunFile(dataDir);
  if (!run) throw new Error('Lotse is ready without a run file');
  return { run, stop };
}

async function runCli(args: string[], env: NodeJS.ProcessEnv): Promise<string> {
  const child = spawn(process.execPath, [join(src, 'cli.js'), ...args], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  child.stdout.on('data', (text) => (out += String(text)));
  const [code] = (await once(child, 'close')) as [number];
  if (code !== 0) throw new Error(`lotse ${args.join(' ')} ended with ${code}: ${out}`);
  return out;
}
