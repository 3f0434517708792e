/**
 * A file of the benches that was built: a worker's bundle can't be made from the source when a test calls from there.
 * @param path below `bench`, such as `limits/temporal/bare.workflows.js`
 */
export function builtBench(path: string): URL {
  const isSource = import.meta.url.endsWith('.ts');
  return new URL(isSource ? `../../dist/bench/${path}` : `../${path}`, import.meta.url);
}
