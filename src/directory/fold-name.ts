/** Letters that Unicode does not take apart, as they are written without them. */
const plainLetters: Record<string, string> = {
  ß: 'ss',
  ı: 'i',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ə: 'e',
  æ: 'ae',
  œ: 'oe',
};
const plainLetter = new RegExp(`[${Object.keys(plainLetters).join('')}]`, 'gu');

/** Lower case, without diacritics; `ä` is `a`, the Turkish `İ` and `ı` are `i`. Spaces and signs stay. */
export const withoutDiacritics = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(plainLetter, (letter) => plainLetters[letter] ?? letter);

/** Most are letters already: to look for that is quicker than to look for anything else. */
const lettersOf = (text: string): string =>
  /^[a-z0-9]*$/.test(text) ? text : text.replace(/[^\p{L}\p{N}]/gu, '');

/**
 * What is left of a name when case, diacritics, spaces, apostrophes, hyphens, the two ways of writing umlauts and
 * doubled letters make no difference: `Müller`, `MUELLER` and `Muler` are `muler`. The beginning of a name folds to
 * the beginning of the folded name, so that it is found while it is typed.
 */
export const foldName = (name: string): string =>
  lettersOf(withoutDiacritics(name))
    .replace(/([aou])e+/g, '$1')
    .replace(/(\p{L})\1+/gu, '$1');

/** The words under which a name is found: the whole, what stands between spaces, and the parts of what is hyphenated. */
export function wordsOfName(name: string): string[] {
  const tokens = name.split(/\s+/u);
  const parts = tokens.flatMap((token) => token.split(/[^\p{L}\p{M}\p{N}]+/u));
  return distinct([name, ...tokens, ...parts].map(foldName));
}

/** The words of `q`, each of which has to be found. */
export const wordsOfQuery = (query: string): string[] => query.split(/\s+/u).filter((word) => foldName(word));

/** A Kennung as it is compared: its letters and digits; doubled ones count, `DS-1001` is not `DS-101`. */
export const foldKennung = (kennung: string): string => lettersOf(kennung.normalize('NFKC').toLowerCase());

/** The words under which a Kennung is found: the whole and its parts. */
export const wordsOfKennung = (kennung: string): string[] =>
  distinct([kennung, ...kennung.split(/[^\p{L}\p{N}]+/u)].map(foldKennung));

const distinct = (words: readonly string[]): string[] => [...new Set(words)].filter((word) => word !== '');
