import { readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second, whatever its timer. */
const ticksPerSecond = 100;

/**
 * CPU seconds of a server and of its processes that have ended (a connection has one): what was used in between is the
 * difference, when all connections are closed. Zero where there is no `/proc`.
 */
export function serverCpuSeconds(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // after the name: as 12th to 15th, user and system time of its own and of the children that it has waited for
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / ticksPerSecond;
  } catch {
    return 0;
  }
}
