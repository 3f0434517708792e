/**
 * A program of this project that runs as a process of its own, always the built one: Node cannot run the
 * source, also when a test calls us from there.
 * @param path below `src`, such as `worker.js`
 */
export function built(path: string): URL {
  const fromSource = import.meta.url.endsWith('.ts');
  return new URL(fromSource ? `../../dist/src/${path}` : `../${path}`, import.meta.url);
}
