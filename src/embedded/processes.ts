import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

/** A process that can be told from a later one with the same number. */
export interface ProcessIdentity {
  pid: number;
  /** When it began, in the system's own notation. */
  began: string;
  /** Which start of the system it was; where the system says so. */
  boot?: string;
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
    return fields[0] === 'Z' ? undefined : { pid, began: fields[19] ?? '', boot: bootId(), command };
  } catch {
    return undefined;
  }
}

/** A process's start is counted from the system's: after a power cut the same number and count may be another's. */
function bootId(): string {
  return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
}

/**
 * The processes whose command line says something.
 * @param saysIt told the arguments with a space after each, the program first
 */
export function findProcesses(saysIt: (command: string) => boolean): ProcessIdentity[] {
  const pids = process.platform === 'linux' ? pidsByProc(saysIt) : pidsByPs(saysIt);
  return pids.map(identify).filter((who) => who !== undefined);
}

function pidsByProc(saysIt: (command: string) => boolean): number[] {
  const pids = readdirSync('/proc').map(Number).filter(Boolean);
  return pids.filter((pid) => {
    try {
      return saysIt(readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' '));
    } catch {
      return false; // it has ended meanwhile, or is hidden from us
    }
  });
}

function pidsByPs(saysIt: (command: string) => boolean): number[] {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=', '-o', 'command='], { encoding: 'utf8' });
  const lines = stdout.split('\n').map((line) => /^ *(\d+) (.*)$/.exec(line));
  return lines.flatMap((found) => (found?.[2] && saysIt(`${found[2]} `) ? [Number(found[1])] : []));
}

function identifyByPs(pid: number): ProcessIdentity | undefined {
  const ps = spawnSync('ps', ['-p', String(pid), '-o', 'lstart=', '-o', 'command='], { encoding: 'utf8' });
  const line = ps.status === 0 ? ps.stdout.trim() : '';
  return line ? { pid, began: line.slice(0, 24), command: line.slice(24).trim() } : undefined;
}

/** Whether that very process still runs. */
export function stillRuns({ pid, began, boot }: Omit<ProcessIdentity, 'command'>): boolean {
  const now = identify(pid);
  return now?.began === began && (boot === undefined || now.boot === boot);
}

/** Ends a process that is not our child: the signals one after the other, each with its time, until it is gone. */
export async function end(who: ProcessIdentity, signals: readonly [NodeJS.Signals, number][]): Promise<void> {
  for (const [signal, withinMs] of signals) {
    const until = performance.now() + withinMs;
    try {
      process.kill(who.pid, signal);
    } catch {
      return;
    }
    while (performance.now() < until) {
      if (!stillRuns(who)) return;
      await setTimeout(50);
    }
  }
}
