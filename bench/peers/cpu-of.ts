import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second, whatever its timer. */
const ticksPerSecond = 100;

/**
 * CPU seconds that a process and all below it have used since they began, with those that have ended and were waited
 * for. Zero where there is no `/proc`.
 */
export function treeSeconds(root: number): number {
  const processes = new Map(
    pids()
      .flatMap((pid) => readProcess(pid) ?? [])
      .map((each) => [each.pid, each]),
  );
  const isBelow = (pid: number): boolean => {
    for (let at = processes.get(pid); at; at = processes.get(at.parent)) if (at.pid === root) return true;
    return false;
  };
  return [...processes.values()]
    .filter(({ pid }) => isBelow(pid))
    .reduce((sum, { seconds }) => sum + seconds, 0);
}

function pids(): number[] {
  try {
    return readdirSync('/proc').map(Number).filter(Boolean);
  } catch {
    return [];
  }
}

function readProcess(pid: number): { pid: number; parent: number; seconds: number } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold spaces; after it come state, parent and, as 12th to 15th, user and system time,
    // of the process and of its children that have ended.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    return { pid, parent: Number(fields[1]), seconds: ticks / ticksPerSecond };
  } catch {
    return undefined; // it has ended meanwhile
  }
}
