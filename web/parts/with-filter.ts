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

/** What the address says now; what was drawn last may be a moment older, and two quick choices would be one. */
export const saidNow = (): URLSearchParams => new URLSearchParams(window.location.search);
