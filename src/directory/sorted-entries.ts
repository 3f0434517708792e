import type { DirectoryOrder, Entry } from './entry.js';

/** One of these stands among the words or the sounds of every entry that may be meant. */
export interface Signs {
  words: readonly string[];
  sounds: readonly string[];
}

/** Some neighbours, and two texts in which all their words and sounds stand: looking through one is the fastest search. */
interface Block {
  entries: readonly Entry[];
  words: Text;
  sounds: Text;
}

interface Text {
  text: string;
  /** Where in it what is each entry's ends. */
  ends: Uint32Array;
}

/** Few enough that who needs some matches only has little looked through. */
const entriesInBlock = 512;

/**
 * Entries that are kept in an order. What comes in is put in its place when somebody looks: a fill sorts once, at its
 * end.
 */
export class SortedEntries {
  private sorted: Entry[] = [];
  private blocks: Block[] | undefined;
  private incoming: Entry[] = [];
  private readonly outgoing = new Set<Entry>();

  constructor(private readonly order: DirectoryOrder) {}

  get all(): readonly Entry[] {
    this.settle();
    return this.sorted;
  }

  /** Those that have one of these signs, in their order; without any given, all. */
  *candidates(signs?: Signs): Generator<Entry> {
    const { all } = this;
    if (!signs) return yield* all;
    this.blocks ??= blocksOf(all);
    for (const block of this.blocks) yield* entriesWith(block, signs);
  }

  /** Takes entries in, and out those that they replace. */
  replace(replaced: Iterable<Entry>, added: readonly Entry[]): void {
    for (const entry of replaced) this.outgoing.add(entry);
    for (const entry of added) this.incoming.push(entry);
  }

  /** Puts what has come in in its place. */
  settle(): void {
    const { outgoing } = this;
    if (this.incoming.length === 0 && outgoing.size === 0) return;
    const kept = outgoing.size === 0 ? this.sorted : this.sorted.filter((entry) => !outgoing.has(entry));
    const incoming = this.incoming.filter((entry) => !outgoing.has(entry)).sort((a, b) => this.compare(a, b));
    const merged: Entry[] = [];
    let next = 0;
    for (const entry of kept) {
      for (let other = incoming[next]; other && this.compare(other, entry) < 0; other = incoming[next]) {
        merged.push(other);
        next += 1;
      }
      merged.push(entry);
    }
    for (; next < incoming.length; next += 1) merged.push(incoming[next] as Entry);
    this.sorted = merged;
    this.blocks = undefined;
    this.incoming = [];
    outgoing.clear();
  }

  /** By UTF-16 code unit, so that the order is the same on every machine; equal keys by id. */
  private compare(a: Entry, b: Entry): number {
    return compareKeys(a.sortKeys[this.order], a.id, b.sortKeys[this.order], b.id);
  }
}

const blocksOf = (all: readonly Entry[]): Block[] =>
  Array.from({ length: Math.ceil(all.length / entriesInBlock) }, (_, index) => {
    const entries = all.slice(index * entriesInBlock, (index + 1) * entriesInBlock);
    return {
      entries,
      words: textOf(entries.map(({ words }) => words)),
      sounds: textOf(entries.map(({ sounds }) => sounds)),
    };
  });

function textOf(parts: readonly string[]): Text {
  let end = 0;
  return { text: parts.join(''), ends: Uint32Array.from(parts, ({ length }) => (end += length)) };
}

function entriesWith({ entries, words, sounds }: Block, wanted: Signs): Entry[] {
  const found = new Set<number>();
  for (const sign of wanted.words) collect(words, sign, found);
  for (const sign of wanted.sounds) collect(sounds, sign, found);
  const inOrder = [...found].sort((a, b) => a - b);
  return inOrder.flatMap((index) => entries[index] ?? []);
}

/** Adds the indices of those in whose part of a text a sign stands. */
function collect({ text, ends }: Text, sign: string, found: Set<number>): void {
  let index = 0;
  for (let at = text.indexOf(sign); at !== -1; at = text.indexOf(sign, ends[index])) {
    while ((ends[index] ?? text.length) <= at) index += 1;
    found.add(index);
  }
}

/** Compares two places in an order. */
export function compareKeys(key: string, id: string, otherKey: string, otherId: string): number {
  if (key !== otherKey) return key < otherKey ? -1 : 1;
  if (id === otherId) return 0;
  return id < otherId ? -1 : 1;
}
