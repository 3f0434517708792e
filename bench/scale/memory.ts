import { readFileSync } from 'node:fs';
import { measured, type Measurement } from '../measurement.js';
import type { Installation } from './installation.js';

/** What API and worker hold just now. Empty where there is no `/proc`. */
export function measureMemory({ lotse }: Installation): Measurement[] {
  const [api, worker] = ['main.js', 'worker.js'].map((script) => lotse.pids(script).map(residentMb));
  if (!api?.length || !worker?.length) return [];
  return [
    measured('rss_api_mb', 'MB', api, { atMost: 450 }),
    measured('rss_worker_mb', 'MB', worker, { atMost: 350 }),
  ];
}

const residentMb = (pid: number): number =>
  Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
