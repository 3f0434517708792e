/**
 * A value as PostgreSQL writes `jsonb` as text: shorter names first, then by their bytes, a space behind each colon and
 * comma. An event's hash is taken over it. Whole numbers only: there are no others in an event.
 */
export function jsonbText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(jsonbText).join(', ')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .map(([name, each]) => ({ name: Buffer.from(name), each }))
    .toSorted((a, b) => a.name.length - b.name.length || a.name.compare(b.name));
  return `{${members.map(({ name, each }) => `${JSON.stringify(name.toString())}: ${jsonbText(each)}`).join(', ')}}`;
}

/** An instant as `extract(epoch FROM …)` gives it. */
export const epochText = (instant: string): string => `${(Date.parse(instant) / 1000).toFixed(3)}000`;
