/** Codes of letters whatever stands beside them (Postel, Die Kölner Phonetik, 1969). */
const codes: Record<string, string> = {
  ...sameCode('aeijouy', '0'),
  b: '1',
  ...sameCode('fvw', '3'),
  ...sameCode('gkq', '4'),
  l: '5',
  ...sameCode('mn', '6'),
  r: '7',
  ...sameCode('sz', '8'),
};

/**
 * How a folded word sounds to a German ear, by the Kölner Phonetik: `mohamed`, `muhamad` and `mohamet` are `662`.
 * Empty for a word in another script than the Latin one.
 */
export function phoneticKey(word: string): string {
  if (!/^[a-z]+$/.test(word)) return '';
  const sounds = word
    .split('')
    .map((letter, at) => soundOf(letter, word[at - 1] ?? '', word[at + 1] ?? '', at));
  const key = sounds.join('').replace(/(\d)\1+/g, '$1');
  return key.slice(0, 1) + key.slice(1).replaceAll('0', '');
}

/** The code of a letter; `h` has none. */
function soundOf(letter: string, before: string, after: string, at: number): string {
  switch (letter) {
    case 'h':
      return '';
    case 'p':
      return after === 'h' ? '3' : '1';
    case 'd':
    case 't':
      return isOneOf('csz', after) ? '8' : '2';
    case 'x':
      return isOneOf('ckq', before) ? '8' : '48';
    case 'c':
      return soundOfC(before, after, at);
    default:
      return codes[letter] ?? '';
  }
}

/** Like `k` where German says it hard, else like `z`. */
function soundOfC(before: string, after: string, at: number): string {
  if (at === 0) return isOneOf('ahkloqrux', after) ? '4' : '8';
  if (isOneOf('sz', before)) return '8';
  return isOneOf('ahkoqux', after) ? '4' : '8';
}

const isOneOf = (letters: string, letter: string): boolean => letter !== '' && letters.includes(letter);

function sameCode(letters: string, code: string): Record<string, string> {
  return Object.fromEntries(letters.split('').map((letter) => [letter, code]));
}
