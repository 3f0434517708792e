import type { Contact, Person } from '../../domain/journey/events.js';
import { unwrapKeys, type WrappedKey } from '../event-store/seal/participant-keys.js';
import { openParts, type Parts, type SealedParts } from '../event-store/seal/parts.js';
import { entryOf, type Entry, type NameForms, type Place, type Spoken } from './entry.js';

/** A journey's row with sealed parts in which something of the directory is, and their keys. */
export interface SealedRow extends Place {
  sealed: SealedParts;
  keys: WrappedKey[] | null;
}

/** Opens rows; a part whose key was destroyed leaves nothing of the person in the entry. */
export function openEntries(
  rows: readonly SealedRow[],
  wrapping: Buffer,
  forms?: (name: string) => NameForms,
): Entry[] {
  return rows.map((row) => {
    const parts = partsOf(row, wrapping);
    const { givenName, familyName, bornOn, externalId } = (parts.case ?? {}) as Partial<Person> & {
      externalId?: string;
    };
    const { id, participant, commune, coachId, version } = row;
    const place = { id, participant, commune, coachId, version };
    return entryOf(place, { givenName, familyName, bornOn, externalId, language: languageIn(parts) }, forms);
  });
}

/** Opens in which languages people are written to; who has none, or whose key was destroyed, is left out. */
export function openLanguages(rows: readonly SealedRow[], wrapping: Buffer): Spoken[] {
  return rows.flatMap((row) => {
    const language = languageIn(partsOf(row, wrapping));
    return language === undefined ? [] : [{ id: row.id, version: row.version, language }];
  });
}

const languageIn = (parts: Parts): string | undefined => ((parts.contact ?? {}) as Contact).language;

const partsOf = ({ participant, sealed, keys }: SealedRow, wrapping: Buffer): Parts =>
  openParts(unwrapKeys(wrapping, participant, keys ?? []), participant, sealed).parts;
