import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { root } from '../../docs/container-files.js';

/** A process as compose would run it. */
export interface Started {
  /** What it wrote, its errors too. */
  said(): string;
  /** Whether it still runs. */
  runs(): boolean;
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/** Starts a program in the project's folder with exactly this environment, and the PATH. */
export function startProcess(
  [program = '', ...args]: readonly string[],
  env: Readonly<Record<string, string>>,
): Started {
  const child: ChildProcess = spawn(program, args, {
    cwd: fileURLToPath(root),
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (said += String(text)));
  const exited = once(child, 'exit');
  const runs = (): boolean => child.exitCode === null && child.signalCode === null;
  return {
    said: () => said,
    runs,
    async stop(signal = 'SIGTERM') {
      if (!runs()) return;
      child.kill(signal);
      await exited;
    },
  };
}

/** Runs a program to its end; gives what it printed. @throws Error with what it said when it fails */
export async function runToEnd(
  command: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<string> {
  const [program = '', ...args] = command;
  const child = spawn(program, args, {
    cwd: fileURLToPath(root),
    env: { PATH: process.env['PATH'], ...env },
  });
  let said = '';
  let complaint = '';
  child.stdout.on('data', (text) => (said += String(text)));
  child.stderr.on('data', (text) => (complaint += String(text)));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`${command.join(' ')} ended with ${code}:\n${complaint}${said}`);
  return said;
}
