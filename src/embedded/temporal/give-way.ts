import { readdirSync, writeFileSync } from 'node:fs';
import { setPriority } from 'node:os';

/** A ninth of what others get where both want the processor; all of it where nobody else does. */
const niceness = 10;

/**
 * Lets a process that was just started, and what it starts itself, give way to others: nobody waits for it. Where that
 * is not permitted it runs as any other.
 */
export function giveWay(pid: number): void {
  for (const thread of threadsOf(pid)) attempt(() => setPriority(thread, niceness));
  // Linux shares the processor out between sessions first, where a niceness within one says nothing to the others.
  attempt(() => writeFileSync(`/proc/${pid}/autogroup`, String(niceness)));
}

/** Linux takes the priority of each thread for itself; elsewhere that of the process is all there is. */
function threadsOf(pid: number): number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).map(Number);
  } catch {
    return [pid];
  }
}

function attempt(act: () => void): void {
  try {
    act();
  } catch {
    // not Linux, not permitted, or it has ended already
  }
}
