/** For each digit a sign that JSON need not escape: entries go from thread to thread as JSON. */
const digitSigns = "!#$%&'()*+";
const [zero, a] = ['0'.charCodeAt(0), 'a'.charCodeAt(0)];

/**
 * A folded word as it stands in a text of many: a sign tells that it begins, which stands nowhere else and says with what.
 * To look for ` m` would mean to stop at each space; an `M` is rare, and finding it is what a search consists of.
 */
export function markStart(word: string): string {
  const code = word.charCodeAt(0);
  if (code >= a && code < a + 26) return word.charAt(0).toUpperCase() + word.slice(1);
  if (code >= zero && code < zero + 10) return digitSigns.charAt(code - zero) + word.slice(1);
  return ` ${word}`;
}
