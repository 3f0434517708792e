/**
 * What no open text may say, by language; `any` holds for every language. `word` is a whole word, `word*` the
 * beginning of one, `*word` its end, `*word*` any part of one.
 */
export type ForbiddenWords = Readonly<Record<string, readonly string[]>>;

/** The first word of a text that must not be said in this language; `undefined` where all is well. */
export function forbiddenIn(text: string, language: string, forbidden: ForbiddenWords): string | undefined {
  const patterns = [...(forbidden['any'] ?? []), ...(forbidden[language] ?? [])].map((pattern) =>
    matcherOf(folded(pattern, language)),
  );
  const words = folded(text, language).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.find((word) => patterns.some((matches) => matches(word)));
}

function matcherOf(pattern: string): (word: string) => boolean {
  const stem = pattern.replaceAll('*', '');
  const opens = pattern.startsWith('*');
  const goesOn = pattern.endsWith('*');
  if (opens && goesOn) return (word) => word.includes(stem);
  if (opens) return (word) => word.endsWith(stem);
  if (goesOn) return (word) => word.startsWith(stem);
  return (word) => word === stem;
}

/** One spelling: small letters, without what can't be seen (joiners, marks of direction) and without Arabic vowels. */
const folded = (text: string, language: string): string =>
  text
    .normalize('NFC')
    .toLocaleLowerCase(language)
    .replaceAll(/\p{Cf}|\u0640|[\u064B-\u0652]/gu, '');
