/** Flags that somebody has put aside are not looked at unless they are asked for. */
export const unlessAsked = { snoozed: 'false' } as const;

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
