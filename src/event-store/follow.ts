import { setTimeout as wait } from 'node:timers/promises';

/** How a follower of the log goes about it. */
export interface Following {
  /** Reads on; gives whether there is more to read at once. */
  step(): Promise<boolean>;
  /** Between two looks, when there was nothing more. */
  idleMs: number;
  /** Told once for each failure that is not over yet. */
  tell(error: unknown): void;
  signal: AbortSignal;
}

const afterFailureMs = 1000;

/** Reads on and on until the signal comes; a step that fails is tried again, for the database comes back. */
export async function follow({ step, idleMs, tell, signal }: Following): Promise<void> {
  const pause = (ms: number) => wait(ms, undefined, { signal }).catch(() => undefined);
  let isWell = true;
  while (!signal.aborted) {
    try {
      const more = await step();
      isWell = true;
      if (!more) await pause(idleMs);
    } catch (error) {
      if (signal.aborted) return;
      if (isWell) tell(error);
      isWell = false;
      await pause(afterFailureMs);
    }
  }
}
