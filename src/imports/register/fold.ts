/**
 * What is left of a word when letter case, spaces, punctuation and the two ways of writing umlauts make no
 * difference: `Duldung § 60a` and `DULDUNG §60 A` are both `duldung60a`.
 */
export function fold(word: string): string {
  return word
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Looks words up by what is left of them when folded. */
export function vocabulary<Meaning>(words: Record<string, Meaning>): (word: string) => Meaning | undefined {
  const byFolded = new Map(Object.entries(words).map(([word, meaning]) => [fold(word), meaning]));
  return (word) => byFolded.get(fold(word));
}
