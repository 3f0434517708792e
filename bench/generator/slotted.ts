/** A text in which some places are filled anew for each clone: `pieces[0] slot[0] pieces[1] …`. */
export interface SlottedText {
  pieces: readonly string[];
  /** Numbers of what stands between the pieces. */
  slots: readonly number[];
}

/** The ids and words that a template's texts are cut at, each with its number. */
export class Slots {
  private readonly numbers = new Map<string, number>();

  /** What stands in the template, by number. */
  get words(): string[] {
    return [...this.numbers.keys()];
  }

  numberOf(word: string): number {
    const known = this.numbers.get(word);
    if (known !== undefined) return known;
    this.numbers.set(word, this.numbers.size);
    return this.numbers.size - 1;
  }

  /** Cuts a text at every word that `isOwn` says is a clone's own; `pattern` finds those that might be. */
  cut(text: string, pattern: RegExp, isOwn: (word: string) => boolean): SlottedText {
    const pieces: string[] = [];
    const slots: number[] = [];
    let from = 0;
    for (const { 0: word, index } of text.matchAll(pattern)) {
      if (!isOwn(word)) continue;
      pieces.push(text.slice(from, index));
      slots.push(this.numberOf(word));
      from = index + word.length;
    }
    return { pieces: [...pieces, text.slice(from)], slots };
  }
}

/** The text with these words in its places. */
export function filled({ pieces, slots }: SlottedText, words: readonly string[]): string {
  let text = pieces[0] ?? '';
  for (let at = 0; at < slots.length; at += 1) text += (words[slots[at] ?? 0] ?? '') + (pieces[at + 1] ?? '');
  return text;
}
