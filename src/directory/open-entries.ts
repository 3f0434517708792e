import type { Contact, Person } from '../../domain/journey/events.js';
import { unwrapForParts, type WrappedKey } from '../event-store/seal/participant-keys.js';
import { numberOfKey, openText, type Parts, type SealedParts } from '../event-store/seal/parts.js';
import { classesOfNames } from '../read-models/journey/sealed-names.js';
import { entryOf, type Entry, type NameForms, type Place, type Spoken } from './entry.js';

/** A journey's row with sealed parts in which something of the directory is, and their keys. */
export interface SealedRow extends Place {
  sealed: SealedParts;
  keys: WrappedKey[] | null;
}

/** A class in which something is sealed that the directory holds. */
export type ClassOfNames = (typeof classesOfNames)[number];

/** Opens rows; a part whose key was destroyed leaves nothing of the person in the entry. */
export function openEntries(
  rows: readonly SealedRow[],
  wrapping: Buffer,
  forms?: (name: string) => NameForms,
): Entry[] {
  const opened = partsOf(rows, wrapping);
  return rows.map((row, at) => {
    const parts = opened[at] ?? {};
    const { givenName, familyName, bornOn, externalId } = (parts.case ?? {}) as Partial<Person> & {
      externalId?: string;
    };
    return entryOf(row, { givenName, familyName, bornOn, externalId, language: languageIn(parts) }, forms);
  });
}

/** Opens in which languages people are written to; who has none, or whose key was destroyed, is left out. */
export function openLanguages(rows: readonly SealedRow[], wrapping: Buffer): Spoken[] {
  const opened = partsOf(rows, wrapping);
  return rows.flatMap(({ id, version }, at) => {
    const language = languageIn(opened[at] ?? {});
    return language === undefined ? [] : [{ id, version, language }];
  });
}

const languageIn = (parts: Parts): string | undefined => ((parts.contact ?? {}) as Contact).language;

/** What can be opened of each row: all their keys are unwrapped at once, for that is most of the work. */
function partsOf(rows: readonly SealedRow[], wrapping: Buffer): Parts[] {
  const sealed = rows.flatMap((row, at) => classesOfNames.flatMap((name) => partWithKey(row, name, at)));
  const keys = unwrapForParts(
    wrapping,
    sealed.map(({ wrapped }) => wrapped),
  );
  const parts: Parts[] = rows.map(() => ({}));
  sealed.forEach(({ at, participant, name, bytes }, index) => {
    const [key, opened] = [keys[index], parts[at]];
    if (key && opened) opened[name] = JSON.parse(openText(key, participant, name, bytes));
  });
  return parts;
}

/** The sealed part of a class and the key that opens it, in a list; none where it was destroyed. */
function partWithKey({ participant, sealed, keys }: SealedRow, name: ClassOfNames, at: number) {
  const value = sealed[name];
  if (value === undefined) return [];
  const bytes = Buffer.from(value, 'base64');
  const number = numberOfKey(bytes);
  const wrapped = keys?.find((each) => each.class === name && each.number === number)?.wrapped;
  return wrapped ? [{ at, participant, name, bytes, wrapped }] : [];
}
