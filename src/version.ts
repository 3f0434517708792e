import { readFileSync } from 'node:fs';

/** `package.json` lies beside `src/` in the source, and one folder above what is built. */
const places = ['../package.json', '../../package.json'];

/** The version of Lotse that runs. */
export const version = readVersion();

function readVersion(): string {
  for (const place of places) {
    try {
      const text = readFileSync(new URL(place, import.meta.url), 'utf8');
      return (JSON.parse(text) as { version: string }).version;
    } catch {
      // the other place, then
    }
  }
  throw new Error('package.json was not found beside the program; run npm ci && npm run build again');
}
