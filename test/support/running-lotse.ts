import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../src/embedded/ports.js';
import { readRunFile, type RunFile } from '../../src/supervisor/run-file.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const dist = join(root, 'dist');
const supervisor = [process.execPath, '--enable-source-maps', join(dist, 'src/supervisor.js')] as const;

/** A whole Lotse as the README starts it: supervisor, servers, API, worker, mail catcher. */
export interface RunningLotse {
  url: string;
  dataDir: string;
  run: RunFile;
  /** What the screen showed. */
  screen(): string;
  /** Runs a command of the command line; gives what it printed. */
  cli(args: string[], input?: string): Promise<string>;
  /** Makes an account and gives a token of it. */
  account(email: string, role: string, communes?: string[]): Promise<string>;
  /** Calls the API with a token. */
  call(
    token: string,
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer>;
  /** Every caught mail, raw. */
  mails(): { file: string; raw: string }[];
  /** The process ids of the children whose command line holds that word. */
  pids(word: string): number[];
  /** Stops it in order and leaves the data. */
  stop(): Promise<void>;
  /** Removes the data too. */
  remove(): Promise<void>;
}

export interface Answer {
  status: number;
  headers: Headers;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are looked into by path
  json: any;
}

/**
 * Starts Lotse in a data directory of its own, empty unless the environment says otherwise.
 * @param env beside the defaults; `dataDir` to go on with the data of an earlier start
 * @param program what starts it
 */
export async function startLotse(
  env: Record<string, string> = {},
  dataDir = newDataDir(),
  [program, ...args]: readonly [string, ...string[]] = supervisor,
): Promise<RunningLotse> {
  const port = await freePort();
  let screen = '';
  const child = spawn(program, args, {
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
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (screen += String(text)));
  await untilReady(child, () => screen);
  const run = readRunFile(dataDir);
  if (!run) throw new Error(`Lotse is ready without a run file:\n${screen}`);

  const stop = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exit = once(child, 'exit');
    process.kill(run.pid, 'SIGTERM'); // not the child: npm would be gone before what it started has stopped
    await exit;
  };
  const cli = (args: string[], input?: string) => runCli(args, dataDir, run.url, input);
  return {
    url: run.url,
    dataDir,
    run,
    screen: () => screen,
    cli,
    call: (token, method, path, body, headers) => call(run.url, token, method, path, body, headers),
    async account(email, role, communes = []) {
      const commune = communes.length > 0 ? ['--commune', communes.join(',')] : [];
      const name = `Kim ${role === 'coach' ? 'Lotsin' : 'Beispiel'}`;
      await cli([
        'user',
        'add',
        '--email',
        email,
        '--name',
        name,
        '--phone',
        '0241 4710 0',
        '--role',
        role,
        ...commune,
      ]);
      return (await cli(['token', 'create', '--user', email])).trim();
    },
    mails: () => mailsIn(join(dataDir, 'mail')),
    pids: (word) => descendants(child.pid ?? 0).filter((pid) => commandLine(pid).includes(word)),
    stop,
    async remove() {
      await stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** A new directory for a Lotse's data; outside the project, as short as a socket's path has to be. */
export const newDataDir = (): string => mkdtempSync(join(tmpdir(), 'lotse-'));

async function untilReady(child: ChildProcess, screen: () => string): Promise<void> {
  const patience = Date.now() + 120_000;
  while (!screen().includes('Lotse is ready')) {
    if (child.exitCode !== null) throw new Error(`Lotse ended instead of being ready:\n${screen()}`);
    if (Date.now() > patience) {
      child.kill('SIGTERM');
      throw new Error(`Lotse was not ready within two minutes:\n${screen()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Runs a command of the command line on a data directory; gives what it printed. */
export async function runCli(args: string[], dataDir: string, url = '', input = ''): Promise<string> {
  const child = spawn(process.execPath, [join(dist, 'src/cli.js'), ...args], {
    env: {
      ...withoutLotse(process.env),
      NODE_ENV: 'test',
      LOTSE_DATA_DIR: dataDir,
      ...(url && { LOTSE_URL: url }),
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let out = '';
  let complaint = '';
  child.stdout.on('data', (text) => (out += String(text)));
  child.stderr.on('data', (text) => (complaint += String(text)));
  child.stdin.end(input);
  const [code] = (await once(child, 'close')) as [number];
  if (code !== 0) throw new Error(`lotse ${args.join(' ')} ended with ${code}: ${complaint}${out}`);
  return out;
}

async function call(
  url: string,
  token: string,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const answer = await fetch(`${url}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, json: text ? JSON.parse(text) : undefined };
}

function mailsIn(dir: string): { file: string; raw: string }[] {
  return readdirSync(dir)
    .filter((file) => file.endsWith('.eml'))
    .map((file) => ({ file, raw: readFileSync(join(dir, file), 'utf8') }));
}

/** What a developer has set for an own Lotse must not reach the one under test. */
export const withoutLotse = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(env).filter(
      ([name]) =>
        !/^(LOTSE_|DATABASE_|SMTP_URL$|TEMPORAL_(ADDRESS|NAMESPACE)$|npm_lifecycle_event$)/.test(name),
    ),
  );

function descendants(pid: number): number[] {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((each) => parentOf(each) === pid);
  return children.flatMap((child) => [child, ...descendants(child)]);
}

function parentOf(pid: number): number {
  return Number(/^PPid:\s+(\d+)/m.exec(readOr(`/proc/${pid}/status`))?.[1]);
}

const commandLine = (pid: number): string => readOr(`/proc/${pid}/cmdline`).replaceAll('\0', ' ');

function readOr(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return ''; // it ended meanwhile
  }
}
