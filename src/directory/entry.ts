import { remembered } from '../../domain/remembered.js';
import type { Day } from '../../domain/time.js';
import { foldKennung, foldName, withoutDiacritics, wordsOfKennung, wordsOfName } from './fold-name.js';
import { phoneticKey } from './phonetic-key.js';
import { markStart } from './word-start.js';

/** Where a journey lies and whose it is, as its row says. */
export interface Place {
  id: string;
  participant: string;
  commune: string;
  coachId: string | null;
  /** The version of the stream; an older one never overwrites a newer one. */
  version: number;
}

/** What the directory needs of a person; absent where it was erased. */
export interface KnownPerson {
  givenName?: string | undefined;
  familyName?: string | undefined;
  bornOn?: Day | undefined;
  externalId?: string | undefined;
  language?: string | undefined;
}

/** In which language the person of a journey is written to, as of a version of its stream. */
export interface Spoken {
  id: string;
  version: number;
  language: string;
}

/** A journey in the directory. Lives in memory alone. */
export interface Entry extends Place {
  /** Words by which it is found, each with its start marked: one look through a text is the fastest search. */
  words: string;
  /** Phonetic keys of the names' words, each with its start marked and a space behind it. */
  sounds: string;
  /** Given and family name, folded; what is empty is left out. */
  names: string[];
  bornOn?: Day;
  language?: string;
  sortKeys: Record<DirectoryOrder, string>;
}

export const directoryOrders = ['name', 'externalId'] as const;
/** The orders that only the directory knows. */
export type DirectoryOrder = (typeof directoryOrders)[number];

/** Sorts behind every name and every Kennung. */
const last = '\uffff';

/** Long enough to tell names apart, and short enough for a cursor; the same beginnings are sorted by id. */
const keyLength = 40;

/** A name as it is found, compared and sorted; words and sounds as they stand in an entry. */
export interface NameForms {
  words: string[];
  sounds: string[];
  folded: string;
  letters: string;
}

function formsOf(name: string): NameForms {
  const words = wordsOfName(name);
  const sounds = [...new Set(words.map(phoneticKey))].filter((key) => key !== '');
  return {
    words: words.map(markStart),
    sounds: sounds.map((key) => `${markStart(key)} `),
    folded: foldName(name),
    letters: letters(name),
  };
}

/** The forms of names among which many come again, as in any register. Forgets them with itself. */
export const rememberedForms = (): ((name: string) => NameForms) => remembered(formsOf);

/** Makes an entry; of a person who was erased, one that holds nothing of her and is found by no word. */
export function entryOf(
  { id, participant, commune, coachId, version }: Place,
  person: KnownPerson,
  forms: (name: string) => NameForms = formsOf,
): Entry {
  const { givenName = '', familyName = '', externalId = '', bornOn, language } = person;
  const [given, family] = [forms(givenName), forms(familyName)];
  const entry: Entry = {
    id,
    participant,
    commune,
    coachId,
    version,
    words: together(given.words, family.words) + wordsOfKennung(externalId).map(markStart).join(''),
    sounds: together(given.sounds, family.sounds),
    names: [given.folded, family.folded].filter((name) => name !== ''),
    sortKeys: { name: nameKey(family.letters, given.letters), externalId: kennungKey(externalId) },
  };
  // set behind it: spreading what may be absent would take as long as all the rest
  if (bornOn !== undefined) entry.bornOn = bornOn;
  if (language !== undefined) entry.language = language;
  return entry;
}

/** Each once; there are few, and a set for each of a hundred thousand people would be garbage. */
const together = (some: readonly string[], more: readonly string[]): string =>
  some.join('') + more.filter((each) => !some.includes(each)).join('');

/** By family name, then given name, as German lists of names have it: `ä` as `ae` (DIN 5007-2). */
function nameKey(family: string, given: string): string {
  if (!family && !given) return last;
  return `${family} ${given}`.slice(0, keyLength);
}

const umlauts: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue' };

const letters = (name: string): string =>
  withoutDiacritics(
    name
      .normalize('NFC')
      .toLowerCase()
      .replace(/[äöü]/g, (letter) => umlauts[letter] ?? letter),
  ).replace(/[^\p{L}\p{N}]/gu, '');

/** Numbers in it sort by what they count: `DS-9` before `DS-10`. */
function kennungKey(externalId: string): string {
  const folded = foldKennung(externalId).replace(/\d+/g, (digits) => digits.padStart(9, '0'));
  return folded === '' ? last : folded.slice(0, keyLength);
}
