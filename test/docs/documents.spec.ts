import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { variables } from '../../src/config/variables.js';
import { asksFor, root, textOf } from './container-files.js';
import { documents } from './documents.js';

const ours = (name: string): boolean =>
  !['node_modules', 'dist', 'coverage'].includes(name) && !name.startsWith('.');
const folders = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && ours(entry.name))
  .map(({ name }) => name);
const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };

/** Paths that begin with one of the project's folders, wherever they stand in a text; `<…>` is any name. */
const pathPattern = new RegExp(`(?<![\\w./-])(?:${folders.join('|')})/(?:[\\w./-]|<\\w+>)*`, 'g');
const pathsIn = (text: string): string[] =>
  [...text.matchAll(pathPattern)].map(([path]) => path.replace(/[./]+$/, ''));

/** Whether a file is called so, with its kind left away: `workflows/staff-mail`. */
function isNameOfFile(path: string): boolean {
  const within = new URL(`${dirname(path)}/`, root);
  return existsSync(within) && readdirSync(within).some((file) => file.startsWith(`${basename(path)}.`));
}

/** Whether such a file or folder exists. */
function isThere(path: string): boolean {
  if (!path.includes('<')) return existsSync(new URL(path, root)) || isNameOfFile(path);
  const [folder = '', rest = ''] = path.split(/\/(?=[^/]*<)(.*)/s);
  if (!existsSync(new URL(folder, root))) return false;
  const pattern = new RegExp(`^${rest.replaceAll('.', '\\.').replaceAll(/<\w+>/g, '[^/]+')}$`);
  return readdirSync(new URL(`${folder}/`, root), { recursive: true, encoding: 'utf8' }).some((name) =>
    pattern.test(name),
  );
}

/** Headings as links name them. */
const anchorsOf = (text: string): string[] =>
  [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );

describe.each(documents)('%s', (document) => {
  const text = textOf(document);

  it('links only to what exists', () => {
    const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
    for (const link of links.filter((each) => !/^https?:/.test(each))) {
      const [path = '', heading] = link.split('#');
      const target = new URL(path, new URL(document, root));
      const exists =
        existsSync(target) && (!heading || anchorsOf(readFileSync(target, 'utf8')).includes(heading));
      expect({ link, exists }).toEqual({ link, exists: true });
    }
  });

  it('finds every name that it links to in the file behind the link', () => {
    const links = [...text.matchAll(/\[`(\w+)`\]\(([^)\s#]+\.ts)\)/g)];
    const missing = links.filter(
      ([, name = '', path = '']) =>
        !new RegExp(`\\b${name}\\b`).test(readFileSync(new URL(path, new URL(document, root)), 'utf8')),
    );
    expect(missing.map(([link]) => link)).toEqual([]);
  });

  it('names only files, scripts and variables that exist', () => {
    expect(pathsIn(text).filter((path) => !isThere(path))).toEqual([]);
    const named = [...text.matchAll(/\bnpm (?:run ([\w:-]+)|(start|test)\b)/g)].map(
      ([, run, short]) => run ?? short,
    );
    expect(named.filter((name) => !scripts[name ?? ''])).toEqual([]);
    const known = [
      ...Object.keys(variables),
      ...asksFor(textOf('docker-compose.yml')),
      'LOTSE_WRITE_GOLDEN_TEXTS',
      'LOTSE_TEMPORAL_SERVER', // read by a test's long form alone
      'LOTSE_TEMPORAL_SQL_TOOL',
    ];
    const variablesNamed = text.match(/\bLOTSE_[A-Z_]+[A-Z]\b/g) ?? [];
    expect(variablesNamed.filter((name) => !known.includes(name))).toEqual([]);
  });
});

describe('the check of documents', () => {
  it('finds what is not there', () => {
    expect(pathsIn('see `src/nowhere.ts` and docs/how-to/, in ../src/config')).toEqual([
      'src/nowhere.ts',
      'docs/how-to',
    ]);
    expect(['src/nowhere.ts', 'programmes/durchstarten/texts/<language>.json', 'src'].map(isThere)).toEqual([
      false,
      false,
      true,
    ]);
    expect(isThere('programmes/durchstarten/texts/<language>.yaml')).toBe(true);
  });
});

describe.each([
  ['docs', (path: string) => !path.startsWith('docs/decisions/') || path.endsWith('/README.md')],
  ['docs/decisions', (path: string) => path.startsWith('docs/decisions/')],
])('the index of %s', (folder, belongs) => {
  it('leads to every document', () => {
    const index = textOf(`${folder}/README.md`);
    const missing = documents
      .filter((path) => path.startsWith('docs/') && path !== `${folder}/README.md` && belongs(path))
      .filter((path) => !index.includes(`(${path.replace(`${folder}/`, '')})`));
    expect(missing).toEqual([]);
  });
});
