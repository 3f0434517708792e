/** The kind of task that stands where a date is missing from which a deadline would follow. */
export const undatedTask = { kind: 'fact_missing', state: 'open' } as const;

/** The page of the list behind a number of deadlines: open ones are shown where nothing else is said. */
export function addressOfCell(query: Readonly<Record<string, string>>): string {
  const { state, kind, ...rest } = query;
  const asked =
    kind === undatedTask.kind
      ? { undated: 'true' }
      : { ...(kind !== undefined && { kind }), ...(state !== undefined && state !== 'open' && { state }) };
  return `/fristen?${new URLSearchParams({ ...asked, ...rest }).toString()}`;
}
