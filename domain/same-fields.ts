/** Whether two objects have the same fields with the same values, in whatever order they were written. */
export function sameFields(a: object | undefined, b: object): boolean {
  if (a === b) return true;
  const one = Object.entries(a ?? {});
  const other = b as Readonly<Record<string, unknown>>;
  return one.length === Object.keys(b).length && one.every(([name, value]) => other[name] === value);
}
