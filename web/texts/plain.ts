import { currentLanguage, type Language } from './language.js';

/** As `sayer`, for texts without values: the page to sign in does with less. */
export function plainSayer<Key extends string>(german: Record<Key, string>, english: Record<Key, string>) {
  const texts: Record<Language, Record<Key, string>> = { de: german, en: english };
  return (key: Key): string => texts[currentLanguage()][key];
}
