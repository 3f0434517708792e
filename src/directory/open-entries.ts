import type { Contact, Person } from '../../domain/journey/events.js';
import { unwrapForParts } from '../event-store/seal/participant-keys.js';
import { openText } from '../event-store/seal/parts.js';
import type { classesOfNames } from '../read-models/journey/sealed-names.js';
import { entryOf, type Entry, type NameForms, type Place, type Spoken } from './entry.js';

/** A class in which something is sealed that the directory holds. */
export type ClassOfNames = (typeof classesOfNames)[number];

/** A journey's row: by class the sealed part and the wrapped key that opens it, both in base64, where there are any. */
export type SealedRow = Place &
  Partial<Record<ClassOfNames | `${ClassOfNames}Key`, string | null | undefined>>;

/** Opens rows; a part whose key was destroyed leaves nothing of the person in the entry. */
export function openEntries(
  rows: readonly SealedRow[],
  wrapping: Buffer,
  forms?: (name: string) => NameForms,
): Entry[] {
  const people = opened<Person & { externalId: string }>(rows, 'case', wrapping);
  const contacts = opened<Contact>(rows, 'contact', wrapping);
  return rows.map((row, at) => {
    const { givenName, familyName, bornOn, externalId } = people[at] ?? {};
    const language = contacts[at]?.language;
    return entryOf(row, { givenName, familyName, bornOn, externalId, language }, forms);
  });
}

/** Opens in which languages people are written to; who has none, or whose key was destroyed, is left out. */
export function openLanguages(rows: readonly SealedRow[], wrapping: Buffer): Spoken[] {
  const contacts = opened<Contact>(rows, 'contact', wrapping);
  return rows.flatMap(({ id, version }, at) => {
    const language = contacts[at]?.language;
    return language === undefined ? [] : [{ id, version, language }];
  });
}

/** What a class holds of each row's person: all keys are unwrapped at once, one by one would be half of the work. */
function opened<Held>(
  rows: readonly SealedRow[],
  name: ClassOfNames,
  wrapping: Buffer,
): (Partial<Held> | undefined)[] {
  const keys = unwrapForParts(
    wrapping,
    rows.map((row) => row[`${name}Key`] ?? null),
  );
  return rows.map((row, at) => {
    const [key, sealed] = [keys[at], row[name]];
    if (!key || !sealed) return undefined;
    return JSON.parse(openText(key, row.participant, name, Buffer.from(sealed, 'base64'))) as Partial<Held>;
  });
}
