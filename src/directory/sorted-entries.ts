import type { DirectoryOrder, Entry } from './entry.js';

/** Some neighbours, and one text in which all their words stand: one look tells that none of them is meant. */
interface Block {
  entries: readonly Entry[];
  text: string;
}

/** Small enough that a common name is not in every one. */
const entriesInBlock = 16;

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

  /** Those that may be meant, in their order. @param mayFit whether a text holds the words that are looked for */
  *candidates(mayFit: (text: string) => boolean): Generator<Entry> {
    const { all } = this;
    this.blocks ??= blocksOf(all);
    for (const { entries, text } of this.blocks) if (mayFit(text)) yield* entries;
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
    return { entries, text: entries.map(({ words, sounds }) => `${words}${sounds}`).join('') };
  });

/** Compares two places in an order. */
export function compareKeys(key: string, id: string, otherKey: string, otherId: string): number {
  if (key !== otherKey) return key < otherKey ? -1 : 1;
  if (id === otherId) return 0;
  return id < otherId ? -1 : 1;
}
