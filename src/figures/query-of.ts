/** Filters as a list's query has them; what filters nothing is left out. */
export const queryOf = (filters: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(filters).filter((each): each is [string, string] => each[1] !== undefined),
  );
