import { execFile, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { promisify } from 'node:util';

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

/** What pgbench is to do, besides where. */
export interface Play {
  url: string;
  role: string;
  clients: number;
  script: string;
  /** `once`: each client plays the script one time; a number: again and again for so many seconds. */
  lasts: 'once' | number;
}

/**
 * Plays a script.
 * @returns how often a second it was played to its end, by all clients together
 * @throws Error when a client gave up
 */
export async function playPgbench(
  program: string,
  { url, role, clients, script, lasts }: Play,
): Promise<number> {
  const { hostname, port, username, password, pathname } = new URL(url);
  const { stdout, stderr } = await run(
    program,
    [
      ...['--no-vacuum', '--client', String(clients), '--file', script],
      // what is played once prepares its statements itself; what is played again is prepared by pgbench
      ...(lasts === 'once' ? ['--transactions', '1'] : ['--time', String(lasts), '--protocol', 'prepared']),
      pathname.slice(1),
    ],
    {
      env: {
        ...process.env,
        ...{ PGHOST: hostname, PGPORT: port, PGUSER: username, PGPASSWORD: password },
        PGOPTIONS: `-c role=${role} -c timezone=UTC`,
      },
    },
  );
  if (stderr.includes('aborted')) throw new Error(stderr);
  return rateIn(stdout);
}

/** The rate that pgbench tells, connecting left out; old and new versions word it differently. */
export function rateIn(told: string): number {
  const rate = /tps = ([\d.]+) \((?:without initial connection time|excluding connections establishing)\)/;
  const found = rate.exec(told)?.[1];
  if (found === undefined) throw new Error(`pgbench told no rate: ${told}`);
  return Number(found);
}
