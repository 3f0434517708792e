import { unlessAsked } from '../../parts/figures/address-of-flags.js';

/** What the list of flags can be asked for, as its address says it and as the API is asked; both use the same words. */
export const filterNames = [
  'rule',
  'severity',
  'commune',
  'coach',
  'phase',
  'language',
  'olderThan',
  'snoozed',
  'technical',
] as const;
export type FilterName = (typeof filterNames)[number];
export type Filters = Partial<Record<FilterName, string>>;

/** What an address says; anything else in it is left alone. */
export function filtersIn(search: URLSearchParams): Filters {
  return Object.fromEntries(
    filterNames.flatMap((name) => (search.get(name) ? [[name, search.get(name)]] : [])),
  );
}

/** What the API is asked: addresses of other people in none of it but the coach's own account. */
export const askedFor = (filters: Filters): Filters => ({ ...unlessAsked, ...filters });
