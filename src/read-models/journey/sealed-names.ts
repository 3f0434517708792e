import type { RetentionClass } from '../../../domain/journey/classes.js';
import type { JourneyState } from '../../../domain/journey/state.js';
import { livingKey, type ParticipantKeys } from '../../event-store/seal/participant-keys.js';
import { sealParts, type Parts, type SealedParts } from '../../event-store/seal/parts.js';

/** The classes in which what the directory of names holds is sealed. */
export const classesOfNames = ['case', 'contact'] as const satisfies readonly RetentionClass[];

/** What the directory of names holds of a person, by class: little beside the state. */
export function namesOf({ case: own, contact }: JourneyState): Parts {
  const { givenName, familyName, bornOn, externalId } = own;
  return { case: { givenName, familyName, bornOn, externalId }, contact: { language: contact.language } };
}

/** The same, sealed; a class without a living key is left out. */
export function sealNames(keys: ParticipantKeys, state: JourneyState): SealedParts {
  const names = namesOf(state);
  const living = classesOfNames.filter((name) => livingKey(keys, name));
  return sealParts(
    keys,
    state.plain.participant,
    Object.fromEntries(living.map((name) => [name, names[name]])),
  );
}
