import { describe, expect, it } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';

type Texts = Readonly<Record<string, string>>;

const languages = ['de', 'en'] as const;
const filesOf = (language: string): string[] => readdirSync(new URL(language, import.meta.url)).sort();

/** Every text file exports one object. */
async function textsOf(language: string, file: string): Promise<Texts> {
  const module = (await import(`./${language}/${file.replace('.ts', '.js')}`)) as Record<string, Texts>;
  return Object.values(module)[0] ?? {};
}

/** Words that judge people, or that say nothing: docs and programme use others. */
const notUsed = [
  'illegal',
  'ausreisepflichtig',
  'abschiebung',
  'versäumnis',
  'säumig',
  'problemfall',
  'risiko-score',
  'ranking',
  'festgefahren',
  'bearbeitung erfolgreich',
  'ungültige eingabe',
  'invalid input',
  'deportation',
  'problem case',
  'risk score',
];

interface Element {
  type: number;
  value?: string;
  options?: Record<string, { value: Element[] }>;
  children?: Element[];
}

const literal = 0;
const pound = 7;

/** Names of what is put into a text, those inside of plurals too. */
function placeholders(elements: readonly Element[]): string[] {
  const names = elements.flatMap(({ type, value = '', options = {}, children = [] }) => [
    ...(type === literal || type === pound ? [] : [value]),
    ...Object.values(options).flatMap((option) => placeholders(option.value)),
    ...placeholders(children),
  ]);
  return [...new Set(names)].sort();
}

const placeholdersIn = (text: string, language: string): string[] =>
  placeholders(new IntlMessageFormat(text, language).getAst());

describe('The texts', () => {
  it('exist in each language', () => {
    expect(filesOf('en')).toEqual(filesOf('de'));
  });

  it('find what is put into them', () => {
    expect(placeholdersIn('{n, plural, one {one of {all}} other {#}} {name}', 'en')).toEqual([
      'all',
      'n',
      'name',
    ]);
  });

  describe.each(filesOf('de'))('%s', (file) => {
    it('has the same keys in each language', async () => {
      const [german, english] = await Promise.all(languages.map((language) => textsOf(language, file)));
      expect(Object.keys(german ?? {}).length).toBeGreaterThan(0);
      expect(Object.keys(english ?? {}).sort()).toEqual(Object.keys(german ?? {}).sort());
    });

    it('has the same values put in, and is well formed', async () => {
      const [german = {}, english = {}] = await Promise.all(
        languages.map((language) => textsOf(language, file)),
      );
      for (const [key, text] of Object.entries(german)) {
        expect([key, placeholdersIn(english[key] ?? '', 'en')]).toEqual([key, placeholdersIn(text, 'de')]);
      }
    });

    it.each(languages)('says something everywhere, and no word that is not used: %s', async (language) => {
      for (const [key, text] of Object.entries(await textsOf(language, file))) {
        const found = notUsed.filter((word) => text.toLowerCase().includes(word));
        expect({ key, found, isEmpty: text.trim() === '' }).toEqual({ key, found: [], isEmpty: false });
      }
    });
  });
});
