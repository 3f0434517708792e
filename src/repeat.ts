import { setTimeout as wait } from 'node:timers/promises';

/** Does a work over and over, with a pause after each time. It must not fail. @param pauseMs in milliseconds */
export function repeat(work: () => Promise<void>, pauseMs: number): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await work();
      await wait(pauseMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };
  const ended = run();
  return {
    async stop() {
      stopping.abort();
      await ended;
    },
  };
}
