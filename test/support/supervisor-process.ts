import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { eventually } from './eventually.js';
import { withoutLotse } from './running-lotse.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A supervisor that a test starts, kills and asks what it said. */
export interface SupervisorProcess {
  pid: number;
  /** What the screen showed, line by line. */
  lines(): string[];
  /** The exit code; null where a signal ended it. */
  ended: Promise<number | null>;
  kill(signal: NodeJS.Signals): void;
  /** Waits until the screen shows something. Rejects when it ends first. */
  says(text: string, withinMs?: number): Promise<void>;
}

/** Starts a supervisor on a data directory; it is not waited for. */
export function startSupervisor(
  dataDir: string,
  port: number,
  env: Record<string, string> = {},
): SupervisorProcess {
  const child = spawn(process.execPath, [join(root, 'dist/src/supervisor.js')], {
    cwd: root,
    env: {
      ...withoutLotse(process.env),
      NODE_ENV: 'test',
      LOTSE_DATA_DIR: dataDir,
      LOTSE_PORT: String(port),
      LOTSE_DEMO: 'off',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let screen = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (screen += String(text)));
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  return {
    pid: child.pid ?? 0,
    lines: () => screen.split('\n').filter((line) => line !== ''),
    ended,
    kill: (signal) => void child.kill(signal),
    async says(text, withinMs = 120_000) {
      const end = Date.now() + withinMs;
      while (!screen.includes(text)) {
        if (child.exitCode !== null || child.signalCode !== null || Date.now() > end)
          throw new Error(`It did not say "${text}":\n${screen}`);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
  };
}

/** A process that belongs to a data directory. */
export interface Belonging {
  pid: number;
  command: string;
}

/** Every process that was started for a data directory, the supervisor's orphans too. */
export function processesOf(dataDir: string): Belonging[] {
  const pids = readdirSync('/proc').map(Number).filter(Boolean);
  return pids.flatMap((pid) => {
    const command = read(pid, 'cmdline').replaceAll('\0', ' ');
    const belongs = command.includes(dataDir) || read(pid, 'environ').includes(`LOTSE_DATA_DIR=${dataDir}\0`);
    return belongs && command !== '' ? [{ pid, command }] : [];
  });
}

/** Ends whatever a test has left of a data directory. */
export async function endAllOf(dataDir: string): Promise<void> {
  await eventually(() => {
    const left = processesOf(dataDir);
    for (const { pid } of left) process.kill(pid, 'SIGKILL');
    if (left.length > 0) throw new Error(`Still there: ${left.map(({ command }) => command).join('; ')}`);
  }, 20_000);
}

function read(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return ''; // it has ended, or is somebody else's
  }
}
