import type { Language } from '../../texts/language.js';

/** Groups of countries and places that nobody is a citizen of. */
const noCountry = new Set([
  'EU',
  'EZ',
  'UN',
  'QO',
  'XA',
  'XB',
  'ZZ',
  'AQ',
  'BV',
  'HM',
  'CP',
  'DG',
  'EA',
  'IC',
]);
const letters = Array.from({ length: 26 }, (_, at) => String.fromCodePoint(65 + at));

/** Every country by its code (ISO 3166-1 alpha-2), in the reader's language and its order. */
export function countries(language: Language): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
  return letters
    .flatMap((one) => letters.map((other) => one + other))
    .filter((code) => !noCountry.has(code) && isCurrent(code))
    .flatMap((value) => {
      const label = names.of(value);
      return label === undefined ? [] : [{ value, label }];
    })
    .sort((one, other) => one.label.localeCompare(other.label, language));
}

/** Codes of countries that are no more (`DD`) stand for another. */
const isCurrent = (code: string): boolean => new Intl.Locale(`und-${code}`).region === code;
