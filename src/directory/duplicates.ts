import type { Day } from '../../domain/time.js';
import type { Entry } from './entry.js';
import { foldName } from './fold-name.js';

/** Somebody who may be here already. */
export interface Newcomer {
  givenName: string;
  familyName: string;
  bornOn: Day;
  /** Where she is known by her id: her own earlier journeys are no hint. */
  participant?: string;
}

/** Given and family name, folded; what is empty is left out. */
export const foldedNames = ({
  givenName,
  familyName,
}: Pick<Newcomer, 'givenName' | 'familyName'>): string[] =>
  [givenName, familyName].map(foldName).filter((name) => name !== '');

/**
 * The entries that may be the same person: the same birth date and at least one folded name equal, also with the
 * names swapped. Equal names alone are no hint, nor is a telephone number: families share both.
 * @param entries those that the asker may see
 */
export function possibleDuplicates(newcomer: Newcomer, entries: Iterable<Entry>): Entry[] {
  const names = foldedNames(newcomer);
  const found: Entry[] = [];
  for (const entry of entries) {
    if (entry.bornOn !== newcomer.bornOn || entry.participant === newcomer.participant) continue;
    if (entry.names.some((name) => names.includes(name))) found.push(entry);
  }
  return found;
}
