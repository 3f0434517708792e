import type { Entry } from './entry.js';

/** One of these stands among the words or the sounds of every entry that may be meant. */
export interface Signs {
  words: readonly string[];
  sounds: readonly string[];
}

interface Text {
  text: string;
  /** Where in it what is each entry's ends. */
  ends: Uint32Array;
}

/**
 * Some neighbours, and two texts in which all their words and all their sounds stand: looking through one is the fastest
 * search. A text is made when somebody looks for the first time, or before.
 */
export class Block {
  private words: Text | undefined;
  private sounds: Text | undefined;

  constructor(readonly entries: readonly Entry[]) {}

  /** Those that have one of these signs, in their order. */
  entriesWith(wanted: Signs): readonly Entry[] {
    const found = new Uint8Array(this.entries.length);
    let count = 0;
    for (const sign of wanted.words) count += mark(this.textOfWords(), sign, found);
    for (const sign of wanted.sounds) count += mark(this.textOfSounds(), sign, found);
    return count === 0 ? [] : this.entries.filter((_, index) => found[index] === 1);
  }

  /** Makes the texts that are not there yet, some milliseconds of work. @returns whether there were any */
  prepare(): boolean {
    if (this.words && this.sounds) return false;
    this.textOfWords();
    this.textOfSounds();
    return true;
  }

  private textOfWords(): Text {
    return (this.words ??= textOf(this.entries.map(({ words }) => words)));
  }

  private textOfSounds(): Text {
    return (this.sounds ??= textOf(this.entries.map(({ sounds }) => sounds)));
  }
}

function textOf(parts: readonly string[]): Text {
  let end = 0;
  return { text: parts.join(''), ends: Uint32Array.from(parts, ({ length }) => (end += length)) };
}

/** Marks those in whose part of a text a sign stands; how many there are. */
function mark({ text, ends }: Text, sign: string, found: Uint8Array): number {
  let index = 0;
  let count = 0;
  for (let at = text.indexOf(sign); at !== -1; at = text.indexOf(sign, ends[index])) {
    while ((ends[index] ?? text.length) <= at) index += 1;
    found[index] = 1;
    count += 1;
  }
  return count;
}
