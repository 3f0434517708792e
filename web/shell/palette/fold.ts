/** Small letters without marks, so that `ş` is found by `s` and `ö` by `o`. */
export const fold = (text: string): string =>
  text.toLowerCase().replaceAll('ß', 'ss').replaceAll('ı', 'i').normalize('NFD').replaceAll(/\p{M}/gu, '');

/** Letters that are also written with an e: `ö` is found by `oe` too. */
const spelled = (text: string): string =>
  text.toLowerCase().replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue').replaceAll('ß', 'ss');

const between = /[\s\-/().,:„“"]+/;

/** Whether each word that was typed is the beginning of a word in the text. */
export function fits(typed: string, text: string): boolean {
  const words = `${fold(text)} ${fold(spelled(text))}`.split(between);
  return fold(typed)
    .split(between)
    .filter(Boolean)
    .every((part) => words.some((word) => word.startsWith(part)));
}
