import { execFileSync } from 'node:child_process';
import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';

/** One line on where it was measured: figures of another machine say little without it. */
export function machineLine(): string {
  const [cpu] = cpus();
  const load = loadavg()[0]?.toFixed(1);
  const model = cpu?.model.trim() ?? 'unknown CPU';
  return `${cpus().length} cores, ${model}; Node ${process.version}; ${syncsPerSecond()} fsyncs/s; load before: ${load}`;
}

/**
 * How often a second this disk confirms 8 KB, a page of PostgreSQL's: the ceiling of commits one after another. Of three
 * half seconds the middle one: a disk that still writes what a build has left confirms nothing for a while.
 */
export function syncsPerSecond(): number {
  const dir = mkdtempSync(join(tmpdir(), 'lotse-fsync-'));
  const file = openSync(join(dir, 'page'), 'w');
  try {
    const [, middle = 0] = [1, 2, 3].map(() => syncsOfHalfASecond(file)).sort((a, b) => a - b);
    return Math.round(middle);
  } finally {
    closeSync(file);
    rmSync(dir, { recursive: true, force: true });
  }
}

function syncsOfHalfASecond(file: number): number {
  const page = Buffer.alloc(8192, 1);
  const began = performance.now();
  let count = 0;
  for (; performance.now() - began < 500; count += 1) {
    writeSync(file, page, 0, page.length, 0);
    fdatasyncSync(file);
  }
  return (count * 1000) / (performance.now() - began);
}

/** What was measured; a tree that was changed since is said to be. */
export function commitOf(): string {
  const git = (...args: string[]): string => execFileSync('git', args, { encoding: 'utf8' }).trim();
  try {
    return (
      git('rev-parse', '--short', 'HEAD') +
      (git('status', '--porcelain', '-uno', '--', '.', ':!bench/results') === '' ? '' : ', changed since')
    );
  } catch {
    return 'unknown';
  }
}
