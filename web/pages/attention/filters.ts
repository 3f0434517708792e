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
] as const;
export type FilterName = (typeof filterNames)[number];
export type Filters = Partial<Record<FilterName, string>>;

/** Flags that somebody has put aside are not looked at unless they are asked for. */
export const unlessAsked = { snoozed: 'false' } as const;

/** What an address says; anything else in it is left alone. */
export function filtersIn(search: URLSearchParams): Filters {
  return Object.fromEntries(
    filterNames.flatMap((name) => (search.get(name) ? [[name, search.get(name)]] : [])),
  );
}

/** The address with another value; without one the filter goes. */
export function withFilter(
  search: URLSearchParams,
  name: string,
  value: string | undefined,
): URLSearchParams {
  const next = new URLSearchParams(search);
  if (value === undefined || value === '') next.delete(name);
  else next.set(name, value);
  return next;
}

/** What the API is asked: addresses of other people in none of it but the coach's own account. */
export const askedFor = (filters: Filters): Filters => ({ ...unlessAsked, ...filters });
