import { vocabulary } from './fold.js';

/** Codes that Unicode names beside countries: groups, islands on loan, placeholders. Kosovo (XK) is not among them. */
const noCountries = new Set('AC CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ'.split(' '));

/** Names in use that differ from those Unicode has chosen. */
const otherNames: Record<string, string> = {
  'Arabische Republik Syrien': 'SY',
  'Bosnien-Herzegowina': 'BA',
  'Demokratische Republik Kongo': 'CD',
  'DR Kongo': 'CD',
  Elfenbeinküste: 'CI',
  Großbritannien: 'GB',
  'Islamische Republik Iran': 'IR',
  Kapverden: 'CV',
  Kirgistan: 'KG',
  Mazedonien: 'MK',
  Moldau: 'MD',
  Moldawien: 'MD',
  Palästina: 'PS',
  'Palästinensische Gebiete': 'PS',
  'Republik Kongo': 'CG',
  'Russische Föderation': 'RU',
  Swasiland: 'SZ',
  'Tschechische Republik': 'CZ',
  USA: 'US',
  'Vereinigte Staaten von Amerika': 'US',
  Weißrussland: 'BY',
};

/**
 * The ISO 3166-1 alpha-2 code of the country with that German name (XK for Kosovo); undefined for any other word,
 * `staatenlos` and the ambiguous `Kongo` among them.
 */
export const countryCode = vocabulary({ ...namesByUnicode(), ...otherNames });

function namesByUnicode(): Record<string, string> {
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCodePoint(65 + index));
  const codes = letters.flatMap((first) => letters.map((second) => `${first}${second}`));
  const german = new Intl.DisplayNames('de', { type: 'region', fallback: 'none' });
  const named: Record<string, string> = {};
  for (const code of codes) {
    const name = german.of(code);
    // A code that was given up has the name of what came after it, and that is the canonical one.
    const isCurrent = Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`;
    if (name !== undefined && isCurrent && !noCountries.has(code)) named[name] = code;
  }
  return named;
}
