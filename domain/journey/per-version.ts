import type { RecordedEvent } from './events.js';
import type { JourneyState } from './state.js';

/**
 * Remembers what a pure function reads off a state until the next event is folded into it: a plan asks for the same
 * facts hundreds of times, which was half of what a command cost. The state's version tells, as `evolve` is the one
 * that changes a state and raises it each time; `lastRecordedAt` alone may differ and must not matter to `read`.
 * What is given out is shared: nobody may change it.
 */
export const perVersion = <Result>(
  read: (state: JourneyState) => Result,
): ((state: JourneyState) => Result) => rememberedAt(({ plain }) => plain.streamVersion, read);

/**
 * The same for what follows from the facts alone, over events that leave them as they are: a reminder is eight of
 * those, and five plans. `read` must ask for nothing that stands below `plannedOnly`.
 */
export const perFacts = <Result>(read: (state: JourneyState) => Result): ((state: JourneyState) => Result) =>
  rememberedAt((state) => factsVersions.get(state) ?? 0, read);

function rememberedAt<Result>(
  versionOf: (state: JourneyState) => number,
  read: (state: JourneyState) => Result,
): (state: JourneyState) => Result {
  const known = new WeakMap<JourneyState, { version: number; result: Result }>();
  return (state) => {
    const version = versionOf(state);
    const before = known.get(state);
    if (before?.version === version) return before.result;
    const result = read(state);
    known.set(state, { version, result });
    return result;
  };
}

/** What follows from a state's version and something else, told apart by a key. */
export const perVersionAnd = <Key, Result>(): Keyed<Key, Result> =>
  keyed(perVersion(() => new Map<Key, { result: Result }>()));

/** What follows from a state's facts and something else, told apart by a key, and forgotten with it. */
export const perFactsAnd = <Key extends WeakKey, Result>(): Keyed<Key, Result> =>
  keyed(perFacts(() => new WeakMap<Key, { result: Result }>()));

type Keyed<Key, Result> = (state: JourneyState, key: Key, reckon: () => Result) => Result;

interface Results<Key, Result> {
  get(key: Key): { result: Result } | undefined;
  set(key: Key, entry: { result: Result }): unknown;
}

const keyed =
  <Key, Result>(results: (state: JourneyState) => Results<Key, Result>): Keyed<Key, Result> =>
  (state, key, reckon) => {
    const known = results(state);
    const entry = known.get(key) ?? { result: reckon() };
    known.set(key, entry);
    return entry.result;
  };

/** The version of the last event that may have changed a fact, as far as one was folded since the state was loaded. */
const factsVersions = new WeakMap<JourneyState, number>();

/** Events that change the agenda, messages, notices, flags and tasks: what is planned and told, no fact that it follows from. */
const plannedOnly: ReadonlySet<RecordedEvent['type']> = new Set([
  'AgendaChanged',
  'NoticeQueued',
  'MessageSending',
  'MessageDeferred',
  'MessageSent',
  'MessageFailed',
  'MessageSuppressed',
  'FlagRaised',
  'FlagCleared',
  'TaskOpened',
  'TaskGone',
]);

/** To be told of each event that is folded into a state. */
export function noteFacts(state: JourneyState, { type, version }: RecordedEvent): void {
  if (!plannedOnly.has(type)) factsVersions.set(state, version);
}
