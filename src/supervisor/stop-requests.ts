/** Whether Lotse was asked to stop. */
export interface StopRequests {
  signal: AbortSignal;
  ask: () => void;
  dispose: () => void;
}

/**
 * Turns what ends a supervisor into one request to stop: SIGINT, SIGTERM, a closed terminal, and the end of
 * the npm that started it (npm does not pass on a signal to what its shell runs). Further ones change nothing.
 * @param startedByNpm whether the parent's end is to be watched
 */
export function stopRequests(startedByNpm: boolean): StopRequests {
  const request = new AbortController();
  const ask = () => request.abort();
  const signals: NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const name of signals) process.on(name, ask);
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (startedByNpm && process.ppid !== parent) ask();
  }, 500);
  const dispose = () => {
    clearInterval(watch);
    for (const name of signals) process.off(name, ask);
  };
  return { signal: request.signal, ask, dispose };
}
