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

/**
 * The address of a number's list. What filters nothing is not in the query that the server gives with a number; an
 * address that says nothing of flags put aside leaves them out.
 */
export function addressOfCell(
  { snoozed = 'all', ...query }: Readonly<Record<string, string>>,
  by: string | null,
): URLSearchParams {
  const aside = snoozed === unlessAsked.snoozed ? {} : { snoozed };
  return new URLSearchParams({ ...query, ...aside, ...(by !== null && { nach: by }) });
}

/** What the API is asked: addresses of other people in none of it but the coach's own account. */
export const askedFor = (filters: Filters): Filters => ({ ...unlessAsked, ...filters });
