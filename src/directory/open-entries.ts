import type { Contact, Person } from '../../domain/journey/events.js';
import { unwrapKeys, type WrappedKey } from '../event-store/seal/participant-keys.js';
import { openParts, type SealedParts } from '../event-store/seal/parts.js';
import { entryOf, rememberedForms, type Entry, type Place } from './entry.js';

/** A journey's row with the sealed parts in which a name can be, and their keys. */
export interface SealedRow extends Place {
  sealed: SealedParts;
  keys: WrappedKey[] | null;
}

/** Opens rows; a part whose key was destroyed leaves nothing of the person in the entry. */
export function openEntries(rows: readonly SealedRow[], wrapping: Buffer): Entry[] {
  const forms = rememberedForms();
  return rows.map(({ sealed, keys, ...place }) => {
    const { parts } = openParts(
      unwrapKeys(wrapping, place.participant, keys ?? []),
      place.participant,
      sealed,
    );
    const own = (parts.case ?? {}) as Partial<Person> & { externalId?: string };
    const { language } = (parts.contact ?? {}) as Contact;
    const { givenName, familyName, bornOn, externalId } = own;
    const known = { givenName, familyName, bornOn, externalId, language };
    return entryOf(
      place,
      Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)),
      forms,
    );
  });
}
