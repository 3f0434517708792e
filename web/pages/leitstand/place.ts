/** Of which journeys the numbers are: those of a commune, of a coach, or all. */
export type Place = Readonly<Partial<Record<'commune' | 'coach', string>>>;

const names = ['commune', 'coach'] as const;

/** What an address says of it. */
export const placeIn = (search: URLSearchParams): Place =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = search.get(name);
      return value !== null && value !== '' ? [[name, value] as const] : [];
    }),
  );
