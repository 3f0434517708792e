import { retentionClasses } from '../../domain/journey/classes.js';
import { initialState, type JourneyState, type PlainState } from '../../domain/journey/state.js';
import { livingKey, type ParticipantKeys } from '../event-store/seal/participant-keys.js';
import { openParts, sealParts, type SealedParts } from '../event-store/seal/parts.js';
import type { SealedState } from '../read-models/journey/journey-row.js';
import { sealNames } from '../read-models/journey/sealed-names.js';

/**
 * Seals a state for its row. A class without a living key is left out: a state's part comes from the events' parts of
 * its class alone, so nothing is left in it.
 */
export function sealState(keys: ParticipantKeys, state: JourneyState): SealedState {
  const { plain, ...parts } = state;
  const living = retentionClasses.filter((name) => livingKey(keys, name));
  const own = Object.fromEntries(living.map((name) => [name, parts[name]]));
  return { state: sealParts(keys, plain.participant, own), names: sealNames(keys, state) };
}

/** Opens a row's state; a part whose key was destroyed is as before the first event. */
export function openState(plain: PlainState, keys: ParticipantKeys, sealed: SealedParts): JourneyState {
  const { parts } = openParts(keys, plain.participant, sealed);
  return { ...initialState(plain.journey), ...parts, plain } as JourneyState;
}
