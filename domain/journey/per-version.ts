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

/** The same for what follows from a state and something else, told apart by a key. */
export function perVersionAnd<Key, Result>(): (
  state: JourneyState,
  key: Key,
  reckon: () => Result,
) => Result {
  const results = perVersion(() => new Map<Key, { result: Result }>());
  return (state, key, reckon) => {
    const known = results(state);
    const entry = known.get(key) ?? { result: reckon() };
    known.set(key, entry);
    return entry.result;
  };
}
