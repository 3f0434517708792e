import { readdirSync, readFileSync } from 'node:fs';

/** A process as `/proc` shows it. */
export interface Process {
  pid: number;
  parent: number;
  /** CPU that it has used since it began. */
  seconds: number;
  /** CPU that its children had used which have ended. */
  ofEnded: number;
}

/** Linux counts in hundredths of a second, whatever its timer. */
const ticksPerSecond = 100;

/** All that run here; none where there is no `/proc`. */
export function running(): Process[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => readProcess(Number(name)) ?? []);
  } catch {
    return [];
  }
}

/** The program and its arguments, with a space after each. */
export function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return ''; // it has ended meanwhile
  }
}

/** The children of a process whose command line holds a word. */
export const childrenSaying = (parent: number, word: string): number[] =>
  running()
    .filter((each) => each.parent === parent)
    .map(({ pid }) => pid)
    .filter((pid) => commandOf(pid).includes(word));

function readProcess(pid: number): Process | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold spaces; after it come state, parent and, as 12th to 15th, user and system time,
    // its own and that of its children.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const seconds = (at: number): number => (Number(fields[at]) + Number(fields[at + 1])) / ticksPerSecond;
    return { pid, parent: Number(fields[1]), seconds: seconds(11), ofEnded: seconds(13) };
  } catch {
    return undefined; // it has ended meanwhile
  }
}
