/** Whether two objects have the same fields with the same values, in whatever order they were written. */
export function sameFields(a: object | undefined, b: object): boolean {
  const one = Object.entries(a ?? {});
  const other = new Map<string, unknown>(Object.entries(b));
  return one.length === other.size && one.every(([name, value]) => other.get(name) === value);
}
