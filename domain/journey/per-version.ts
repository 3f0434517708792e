import type { JourneyState } from './state.js';

/**
 * Remembers what a pure function reads off a state until the next event is folded into it: a plan asks for the same
 * facts hundreds of times, which was half of what a command cost. The state's version tells, as `evolve` is the one
 * that changes a state and raises it each time; `lastRecordedAt` alone may differ and must not matter to `read`.
 * What is given out is shared: nobody may change it.
 */
export function perVersion<Result>(read: (state: JourneyState) => Result): (state: JourneyState) => Result {
  const known = new WeakMap<JourneyState, { version: number; result: Result }>();
  return (state) => {
    const version = state.plain.streamVersion;
    const before = known.get(state);
    if (before?.version === version) return before.result;
    const result = read(state);
    known.set(state, { version, result });
    return result;
  };
}
