const asciiLetter = /^[a-z]/;
const asciiDigit = /^[0-9]/;
/** `0` becomes `!`, `9` becomes `*`. */
const digitOffset = '0'.charCodeAt(0) - '!'.charCodeAt(0);

/**
 * A folded word as it stands in a text of many: a sign tells that it begins, which stands nowhere else and says with what.
 * To look for ` m` would mean to stop at each space; an `M` is rare, and finding it is what a search consists of.
 */
export function markStart(word: string): string {
  if (asciiLetter.test(word)) return word.charAt(0).toUpperCase() + word.slice(1);
  if (asciiDigit.test(word)) return String.fromCharCode(word.charCodeAt(0) - digitOffset) + word.slice(1);
  return ` ${word}`;
}
