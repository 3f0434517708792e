import type { Language } from '../../journeys/views/language.js';

/** What participants speak, besides the languages that there are texts in. */
const alsoSpoken =
  'am az bg bm bn ckb el es fa-AF ff hy it ka ln mk om pl ps pt ro rom ru sq sr sw ur vi wo zh'.split(' ');

/** What Intl does not tell from its sisters. */
const ownNames: Readonly<Record<string, Record<Language, string>>> = {
  kmr: { de: 'Kurdisch (Kurmandschi)', en: 'Kurdish (Kurmanji)' },
  ckb: { de: 'Kurdisch (Sorani)', en: 'Kurdish (Sorani)' },
};

/**
 * The names of languages by their tag.
 * @param written those that there are texts in
 */
export function languageNames(written: readonly string[], language: Language): Record<string, string> {
  const names = new Intl.DisplayNames(language, { type: 'language' });
  const nameOf = (tag: string): string => ownNames[tag]?.[language] ?? names.of(tag) ?? tag;
  const tags = [...new Set([...written, ...alsoSpoken])];
  const { compare } = new Intl.Collator(language);
  return Object.fromEntries(
    tags.map((tag) => [tag, nameOf(tag)] as const).sort(([, a], [, b]) => compare(a, b)),
  );
}
