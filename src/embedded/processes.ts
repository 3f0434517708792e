import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

/** A process that can be told from a later one with the same number. */
export interface ProcessIdentity {
  pid: number;
  /** When it began, in the system's own notation. */
  began: string;
  /** Its command line, arguments separated by spaces. */
  command: string;
}

/** Who runs under this number now; undefined when nobody does. */
export function identify(pid: number): ProcessIdentity | undefined {
  return process.platform === 'linux' ? identifyByProc(pid) : identifyByPs(pid);
}

function identifyByProc(pid: number): ProcessIdentity | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the name in parentheses and may hold spaces: state is the first field after it, start the 20th.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    return fields[0] === 'Z' ? undefined : { pid, began: fields[19] ?? '', command };
  } catch {
    return undefined;
  }
}

function identifyByPs(pid: number): ProcessIdentity | undefined {
  const ps = spawnSync('ps', ['-p', String(pid), '-o', 'lstart=', '-o', 'command='], { encoding: 'utf8' });
  const line = ps.status === 0 ? ps.stdout.trim() : '';
  return line ? { pid, began: line.slice(0, 24), command: line.slice(24).trim() } : undefined;
}

/** Whether that very process still runs. */
export function stillRuns({ pid, began }: ProcessIdentity): boolean {
  return identify(pid)?.began === began;
}

/** Ends a process that is not our child: the signals one after the other, each with its time, until it is gone. */
export async function end(who: ProcessIdentity, signals: readonly [NodeJS.Signals, number][]): Promise<void> {
  for (const [signal, withinMs] of signals) {
    const until = Date.now() + withinMs;
    try {
      process.kill(who.pid, signal);
    } catch {
      return;
    }
    while (Date.now() < until) {
      if (!stillRuns(who)) return;
      await setTimeout(50);
    }
  }
}
