export type Direction = 'ltr' | 'rtl';

/** The scripts that are written from right to left, by their ISO 15924 codes. */
const rightToLeft = ['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Syrc', 'Thaa'];

/** The direction in which a language (BCP 47) is written, by its usual script. */
export function directionOf(language: string): Direction {
  const { script = '' } = new Intl.Locale(language).maximize();
  return rightToLeft.includes(script) ? 'rtl' : 'ltr';
}
