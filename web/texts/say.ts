import { IntlMessageFormat } from 'intl-messageformat';
import { currentLanguage, type Language } from './language.js';

type Values = Record<string, string | number>;

const formats = new Map<string, IntlMessageFormat>();

/**
 * Gives a function that says a text in the reader's language, its values put in (ICU). The compiler asks for the same
 * keys in each language; `texts.spec.ts` asks for the same values and looks for words that are not used.
 */
export function sayer<Key extends string>(german: Record<Key, string>, english: Record<Key, string>) {
  const texts: Record<Language, Record<Key, string>> = { de: german, en: english };
  return (key: Key, values?: Values): string => {
    const language = currentLanguage();
    const text = texts[language][key];
    if (!text.includes('{')) return text;
    const name = `${language} ${text}`;
    const format = formats.get(name) ?? new IntlMessageFormat(text, language);
    formats.set(name, format);
    return String(format.format(values));
  };
}
