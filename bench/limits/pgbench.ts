import { execFile, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { promisify } from 'node:util';
import { closeGate } from './gate.js';

const run = promisify(execFile);

/** Where Debian, Ubuntu and PostgreSQL's own packages put it, a folder for each version. */
const packaged = '/usr/lib/postgresql';

/** The program: that of `LOTSE_BENCH_PGBENCH`, one of the PATH, or the newest that a package has put beside its server. */
export function findPgbench(env = process.env): string | undefined {
  const named = env['LOTSE_BENCH_PGBENCH'];
  return (named === undefined ? ['pgbench', ...newestFirst()] : [named]).find(
    (program) => spawnSync(program, ['--version'], { env }).status === 0,
  );
}

function newestFirst(): string[] {
  try {
    const versions = readdirSync(packaged).toSorted((a, b) => Number(b) - Number(a));
    return versions.map((version) => `${packaged}/${version}/bin/pgbench`);
  } catch {
    return [];
  }
}

/** Where pgbench connects, and as which of the database's roles it acts. */
export interface Place {
  url: string;
  role: string;
}

/**
 * Plays scripts to their ends, each by a process of its own: pgbench reads a script's rest anew for each of its commands.
 * They wait at the gate, and all begin when it is opened.
 * @returns the seconds from then until the last has ended
 * @throws Error when one gave up
 */
export async function playOnce(program: string, place: Place, scripts: readonly string[]): Promise<number> {
  const gate = await closeGate(place.url);
  try {
    const players = Promise.all(
      scripts.map((script) => pgbench(program, place, ['--file', script, '--transactions', '1'])),
    );
    await Promise.race([gate.waitFor(scripts.length), players]);
    const began = performance.now();
    await gate.open();
    await players;
    return (performance.now() - began) / 1000;
  } finally {
    await gate.open();
  }
}

/** Plays a script again and again; gives how often a second. */
export async function playAgain(
  program: string,
  place: Place,
  { script, clients, seconds }: { script: string; clients: number; seconds: number },
): Promise<number> {
  const load = ['--client', String(clients), '--time', String(seconds), '--protocol', 'prepared'];
  return rateIn(await pgbench(program, place, ['--file', script, ...load]));
}

async function pgbench(program: string, { url, role }: Place, options: readonly string[]): Promise<string> {
  const { hostname, port, username, password, pathname } = new URL(url);
  const env = {
    ...process.env,
    PGHOST: hostname,
    PGPORT: port,
    PGUSER: username,
    PGPASSWORD: password,
    PGOPTIONS: `-c role=${role} -c timezone=UTC`,
  };
  const { stdout } = await run(program, ['--no-vacuum', ...options, pathname.slice(1)], { env });
  return stdout;
}

/** The rate that pgbench tells, connecting left out; old and new versions word it differently. */
export function rateIn(told: string): number {
  const rate = /tps = ([\d.]+) \((?:without initial connection time|excluding connections establishing)\)/;
  const found = rate.exec(told)?.[1];
  if (found === undefined) throw new Error(`pgbench told no rate: ${told}`);
  return Number(found);
}
