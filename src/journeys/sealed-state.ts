import { retentionClasses } from '../../domain/journey/classes.js';
import { initialState, type JourneyState, type PlainState } from '../../domain/journey/state.js';
import { livingKey, type ParticipantKeys } from '../event-store/seal/participant-keys.js';
import { openParts, sealParts, type SealedParts } from '../event-store/seal/parts.js';

/**
 * Seals a state for its row. A class without a living key is left out: a state's part comes from the events' parts of
 * its class alone, so nothing is left in it.
 */
export function sealState(keys: ParticipantKeys, { plain, ...parts }: JourneyState): SealedParts {
  const living = retentionClasses.filter((name) => livingKey(keys, name));
  return sealParts(keys, plain.participant, Object.fromEntries(living.map((name) => [name, parts[name]])));
}

/** Opens a row's state; a part whose key was destroyed is as before the first event. */
export function openState(plain: PlainState, keys: ParticipantKeys, sealed: SealedParts): JourneyState {
  const { parts } = openParts(keys, plain.participant, sealed);
  return { ...initialState(plain.journey), ...parts, plain } as JourneyState;
}
