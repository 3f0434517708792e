import { readdirSync, readFileSync } from 'node:fs';
import { measured, type Measurement } from '../measurement.js';
import type { Installation } from './installation.js';

/** What API and worker hold just now. Empty where there is no `/proc`. */
export function measureMemory({ lotse }: Installation): Measurement[] {
  const below = childrenOf(lotse.run.pid);
  const rss = (script: string): number[] =>
    below.filter(({ command }) => command.includes(script)).map(({ pid }) => residentMb(pid));
  const [api, worker] = [rss('main.js'), rss('worker.js')];
  if (api.length === 0 || worker.length === 0) return [];
  return [
    measured('rss_api_mb', 'MB', api, { atMost: 450 }),
    measured('rss_worker_mb', 'MB', worker, { atMost: 350 }),
  ];
}

function childrenOf(parent: number): { pid: number; command: string }[] {
  return processes().flatMap((pid) => {
    const stat = read(pid, 'stat');
    const above = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    return above === parent ? [{ pid, command: read(pid, 'cmdline') }] : [];
  });
}

function processes(): number[] {
  try {
    return readdirSync('/proc').map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
}

const residentMb = (pid: number): number => Number(/VmRSS:\s+(\d+) kB/.exec(read(pid, 'status'))?.[1]) / 1024;

function read(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return ''; // it has ended meanwhile
  }
}
