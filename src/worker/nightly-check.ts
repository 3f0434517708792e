import { setTimeout as wait } from 'node:timers/promises';
import { NightlyCheck, type NightlyParts } from '../reconciliation/nightly.js';

/** A start has other work first: what fell due while nobody was there is carried out, and is no finding. */
const settleMs = 10 * 60_000;
const lookEveryMs = 60_000;
/** A second look may still be waited for: whoever comes next goes on with the run. */
const endsWithinMs = 3000;

/**
 * Has each night's check done, by whichever worker is first; one that was missed is made up for within the hour.
 * @param tell takes what went wrong, and `undefined` when a check is done
 */
export function checkNightly(
  parts: NightlyParts,
  tell: (error?: unknown) => void,
): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const { signal } = stopping;
  const check = new NightlyCheck(parts, signal);
  const pause = (ms: number): Promise<void> => wait(ms, undefined, { signal }).catch(() => undefined);
  const run = async (): Promise<void> => {
    await pause(settleMs);
    while (!signal.aborted) {
      await check.turn().then(
        (isDone) => isDone && tell(),
        (error: unknown) => tell(error),
      );
      await pause(lookEveryMs);
    }
  };
  const ended = run();
  return {
    async stop() {
      stopping.abort();
      await Promise.race([ended, wait(endsWithinMs, undefined, { ref: false })]);
    },
  };
}
