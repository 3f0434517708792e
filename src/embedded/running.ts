import type { ChildProcess } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import type { LogFile } from './log-file.js';

// Times are measured by a clock that nobody sets: the machine's own may jump by a day.

/** How a process ended. */
export interface Exit {
  code: number | null;
  signal: NodeJS.Signals | null;
  /** The last line it wrote, for a sentence on the screen. */
  lastLine: string;
}

/** A child process that has become ready. */
export interface Running {
  readonly pid: number;
  readonly exited: Promise<Exit>;
  /** Ends it in good order within the time, by force after it. */
  stop(withinMs: number): Promise<void>;
}

/** A process that ended, or did not become ready in time, while it was being started. */
export class NotReady extends Error {
  override readonly name = 'NotReady';
  constructor(readonly exit: Exit) {
    super(describeExit(exit));
  }
}

/** `signal SIGKILL`, or `code 1: <last line>`; what a killed process wrote last has nothing to do with its end. */
export function describeExit({ code, signal, lastLine }: Exit): string {
  if (signal) return `signal ${signal}`;
  const how = code === null ? '' : `code ${code}`;
  return [how, lastLine.slice(0, 300)].filter(Boolean).join(': ');
}

/** What is known about a process that is being started. */
export interface Starting {
  child: ChildProcess;
  log: LogFile;
  /** Whether it answers by now; asked again and again until it does. */
  isReady(): Promise<boolean>;
  readyWithinMs: number;
  /** Sent one after the other when it shall end; the last gets the last quarter of the time. */
  stopSignals: readonly NodeJS.Signals[];
  /** Ends the attempt. */
  signal: AbortSignal;
}

/**
 * Waits until a process that was just spawned is ready. When that fails for whatever reason, the process is
 * gone before this says so.
 * @throws NotReady when it ended or took too long; the signal's reason when that was aborted
 */
export async function untilReady(starting: Starting): Promise<Running> {
  const { child, log, signal } = starting;
  let ended: Exit | undefined;
  const exited = new Promise<Exit>((resolve) => {
    const settle = (exit: Exit) => {
      if (ended) return;
      resolve((ended = exit));
      log.close();
    };
    child.once('exit', (code, by) => settle({ code, signal: by, lastLine: log.lastLine() }));
    child.once('error', (error) => settle({ code: null, signal: null, lastLine: error.message }));
  });
  const stop = (withinMs: number) => stopInOrder(child, exited, starting.stopSignals, withinMs);
  const giveUpAt = performance.now() + starting.readyWithinMs;
  try {
    for (;;) {
      signal.throwIfAborted();
      if (ended) throw new NotReady(ended);
      if (await starting.isReady()) break;
      if (performance.now() > giveUpAt)
        throw new NotReady({ code: null, signal: null, lastLine: 'it did not answer in time' });
      await setTimeout(50);
    }
  } catch (error) {
    await stop(3000);
    throw error;
  }
  return { pid: child.pid ?? 0, exited, stop };
}

async function stopInOrder(
  child: ChildProcess,
  exited: Promise<Exit>,
  signals: readonly NodeJS.Signals[],
  withinMs: number,
): Promise<void> {
  const shares = signals.map((_, i) =>
    signals.length === 1 ? 1 : i === 0 ? 0.75 : 0.25 / (signals.length - 1),
  );
  for (const [i, signal] of signals.entries()) {
    child.kill(signal);
    if (await within(exited, withinMs * (shares[i] ?? 0))) return;
  }
  child.kill('SIGKILL');
  await exited;
}

async function within(exited: Promise<Exit>, ms: number): Promise<boolean> {
  const timer = new AbortController();
  const late = setTimeout(ms, false, { signal: timer.signal }).catch(() => false);
  const gone = await Promise.race([exited.then(() => true), late]);
  timer.abort();
  return gone;
}
