import type { Language } from '../../journeys/views/language.js';

/** A key's words in both languages. */
export type Words = Record<Language, string>;

/** The words of keys in one language. */
export const inLanguage = (words: Readonly<Record<string, Words>>, language: Language) =>
  Object.fromEntries(Object.entries(words).map(([key, text]) => [key, text[language]]));
