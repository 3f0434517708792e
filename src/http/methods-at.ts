import type { RouteTable } from '../../contract/routes/route.js';

/** The methods that the table knows for a URL, so that a wrong method is told from a wrong path. */
export function methodsAt(routes: RouteTable, url: string): string[] {
  const found = (url.split('?', 1)[0] ?? '').split('/');
  return Object.values(routes)
    .filter(({ path }) => fits(path.split('/'), found))
    .map(({ method }) => method);
}

const fits = (expected: readonly string[], found: readonly string[]) =>
  expected.length === found.length &&
  expected.every((part, i) => (part.startsWith(':') ? found[i] !== '' : part === found[i]));
