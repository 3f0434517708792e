import { existsSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';

/** A file of the pages as it is sent: as it is, and packed where that was worth it. */
export interface BuiltFile {
  type: string;
  plain: Buffer;
  br?: Buffer;
  gzip?: Buffer;
}

/** What the build of the pages says of a chunk. */
interface Chunk {
  file: string;
  name?: string;
  imports?: string[];
  css?: string[];
}

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Beside the compiled server; of a server that runs from its sources, where the last build has put them. */
const places = ['../../web/', '../../dist/web/'].map((path) => new URL(path, import.meta.url));

/** The pages as they were built: read once, kept in memory, sent without touching the disk. */
export class BuiltPages {
  private readonly place = places.find((place) => existsSync(new URL('manifest.json', place)));
  private readonly chunks = { ...this.manifest('manifest.json'), ...this.manifest('early.json') };
  private readonly kept = new Map<string, BuiltFile | undefined>();

  /** The page without what is said anew each time; `undefined` where nothing was built. */
  readonly html = this.place && readFileSync(new URL('index.html', this.place), 'utf8');

  /** A file of the build by its name; the names are those of the build, so nothing else can be asked for. */
  file(name: string): BuiltFile | undefined {
    if (!this.kept.has(name)) this.kept.set(name, this.read(name));
    return this.kept.get(name);
  }

  /** Everything that the chunks of these names need, without what the page loads itself. */
  neededBy(names: readonly string[]): string[] {
    const loaded = this.reach(['index.html']);
    const wanted = Object.keys(this.chunks).filter((key) => names.includes(this.chunks[key]?.name ?? ''));
    return [...this.reach(wanted)]
      .filter((key) => !loaded.has(key))
      .flatMap((key) => {
        const { file, css = [] } = this.chunks[key] ?? { file: '' };
        return [file, ...css];
      });
  }

  /** The script that asks for a page's data before the page is there. */
  get early(): string | undefined {
    return this.chunks['early.ts']?.file;
  }

  private manifest(name: string): Record<string, Chunk> {
    if (!this.place) return {};
    return JSON.parse(readFileSync(new URL(name, this.place), 'utf8')) as Record<string, Chunk>;
  }

  private reach(keys: readonly string[], reached = new Set<string>()): Set<string> {
    for (const key of keys) {
      const chunk = this.chunks[key];
      if (!chunk || reached.has(key)) continue;
      reached.add(key);
      this.reach(chunk.imports ?? [], reached);
    }
    return reached;
  }

  private read(name: string): BuiltFile | undefined {
    const type = types[extname(name)];
    const known = Object.values(this.chunks).some(
      ({ file, css = [] }) => file === `assets/${name}` || css.includes(`assets/${name}`),
    );
    if (!this.place || type === undefined || !known) return undefined;
    const at = new URL(`assets/${name}`, this.place);
    const packed = (end: string): Buffer | undefined => {
      const path = new URL(`${at.href}${end}`);
      return existsSync(path) ? readFileSync(path) : undefined;
    };
    const [br, gzip] = [packed('.br'), packed('.gz')];
    return { type, plain: readFileSync(at), ...(br && { br }), ...(gzip && { gzip }) };
  }
}
