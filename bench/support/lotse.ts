import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../src/embedded/ports.js';
import { readRunFile, type RunFile } from '../../src/supervisor/run-file.js';

/** Where what was built lies: this file's own place, or that of the source beside it. */
const src = fileURLToPath(
  new URL(import.meta.url.includes('/dist/') ? '../../src/' : '../../dist/src/', import.meta.url),
);

/** A Lotse as the README starts it, in a data directory of its own, with a coordinator's token. */
export interface MeasuredLotse {
  run: RunFile;
  token: string;
  /** `lotse …` on it; gives what it prints, and rejects where it ends with anything but 0. */
  cli(...args: string[]): Promise<string>;
  /** Stops it and removes its data. */
  remove(): Promise<void>;
}

/**
 * Starts one. Rejects with what it said when it is not ready.
 * @param servers variables that name servers of one's own instead of the embedded ones
 * @param prepare fills its data directory before the first start
 */
export async function startMeasured(
  servers: NodeJS.ProcessEnv = {},
  prepare?: (dataDir: string) => Promise<void>,
): Promise<MeasuredLotse> {
  const dataDir = mkdtempSync(join(tmpdir(), 'lotse-bench-'));
  await prepare?.(dataDir);
  const port = String(await freePort());
  const env = { ...process.env, ...servers, LOTSE_DATA_DIR: dataDir, LOTSE_PORT: port, LOTSE_DEMO: 'off' };
  const child = spawn(process.execPath, [join(src, 'supervisor.js')], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const remove = async (): Promise<void> => {
    if (child.exitCode === null && child.kill('SIGTERM')) await once(child, 'exit');
    rmSync(dataDir, { recursive: true, force: true });
  };
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += String(text)));
  while (!said.includes('Lotse is ready')) {
    if (child.exitCode !== null) {
      await remove();
      throw new Error(said);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const run = readRunFile(dataDir);
  if (!run) throw new Error('Lotse is ready without a run file');
  const cli = (...args: string[]): Promise<string> => runCli(args, env);
  const email = 'koordination@example.org';
  const named = ['--name', 'Kim Beispiel', '--phone', '0241 4710 0', '--role', 'coordinator'];
  await cli('user', 'add', '--email', email, ...named);
  return { run, token: (await cli('token', 'create', '--user', email)).trim(), cli, remove };
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
