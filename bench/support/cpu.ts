import { commandOf, running } from './processes.js';

/** The processes of one Lotse, and the one that measures. */
export const parts = ['API', 'worker', 'PostgreSQL', 'Temporal', 'supervisor', 'generator'] as const;
export type Part = (typeof parts)[number];

/** CPU seconds that each has used since it began. */
export type CpuSeconds = Record<Part, number>;

/**
 * Reads what each process of this Lotse has used: unlike the time on the wall it hardly depends on what else the
 * machine does. Zeros where there is no `/proc`.
 */
export function cpuSeconds(supervisor: number): CpuSeconds {
  const used = Object.fromEntries(parts.map((part) => [part, 0])) as CpuSeconds;
  const processes = new Map(running().map((each) => [each.pid, each]));
  for (const { pid, parent, seconds, ofEnded } of processes.values()) {
    const isBelow = parent === supervisor || processes.get(parent)?.parent === supervisor;
    const part = pid === supervisor ? 'supervisor' : pid === process.pid ? 'generator' : undefined;
    const found = part ?? (isBelow ? partOf(commandOf(pid)) : undefined);
    // PostgreSQL's connections are processes that end with them.
    if (found) used[found] += found === 'PostgreSQL' ? seconds + ofEnded : seconds;
  }
  return used;
}

/** What was used between two readings. */
export const cpuBetween = (before: CpuSeconds, after: CpuSeconds): CpuSeconds =>
  Object.fromEntries(parts.map((part) => [part, after[part] - before[part]])) as CpuSeconds;

function partOf(command: string): Part {
  if (command.includes('main.js')) return 'API';
  if (command.includes('worker.js')) return 'worker';
  if (command.includes('start-dev')) return 'Temporal';
  return command.includes('postgres') ? 'PostgreSQL' : 'supervisor';
}
