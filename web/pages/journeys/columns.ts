import type { ListColumn } from '../../../contract/pages/list-filters.js';
import type { SortKey } from './filters.js';

/** Every column beside the name, in the order in which they stand; some can be sorted by. */
export const columns: readonly { key: ListColumn; sort?: SortKey }[] = [
  { key: 'externalId', sort: 'externalId' },
  { key: 'phase', sort: 'phase' },
  { key: 'paper', sort: 'paper' },
  { key: 'due', sort: 'nextDue' },
  { key: 'flags', sort: 'severity' },
  { key: 'modules' },
  { key: 'contact', sort: 'lastContactOn' },
  { key: 'language' },
  { key: 'commune', sort: 'commune' },
  { key: 'coach' },
];

/** What stands there where nobody has chosen; the commune only for whoever works in several. */
export const usualColumns = (withCommune: boolean): readonly ListColumn[] =>
  columns
    .map(({ key }) => key)
    .filter((key) => !['externalId', 'flags', 'modules', 'language'].includes(key))
    .filter((key) => withCommune || key !== 'commune');

/** The columns that an address names, in their own order; those that are usual where it names none. */
export function columnsIn(address: URLSearchParams, usual: readonly ListColumn[]): readonly ListColumn[] {
  const said = address.get('spalten')?.split(',') ?? [];
  const known = columns.map(({ key }) => key).filter((key) => said.includes(key));
  return known.length > 0 ? known : usual;
}

export const sameColumns = (one: readonly ListColumn[], other: readonly ListColumn[]): boolean =>
  one.toSorted().join() === other.toSorted().join();

/** What a colleague sees of a journey, too. */
export const seenByColleagues: readonly ListColumn[] = ['externalId', 'phase', 'commune', 'coach'];
