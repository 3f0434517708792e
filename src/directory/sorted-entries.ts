import { Block, type Signs } from './block.js';
import type { DirectoryOrder, Entry } from './entry.js';

/** Few enough that who needs some matches only has little looked through, and that a change touches little. */
const entriesInBlock = 512;

/**
 * Entries that are kept in an order. What comes in is put in its place when somebody looks: a fill sorts once, at its
 * end, and a change touches only the neighbours among whom something comes or goes.
 */
export class SortedEntries {
  private blocks: Block[] = [];
  private incoming: Entry[] = [];
  private readonly outgoing = new Set<Entry>();

  constructor(private readonly order: DirectoryOrder) {}

  /** All as they are now: what comes in later changes nothing of it. */
  get settled(): readonly Block[] {
    this.settle();
    return this.blocks;
  }

  /** Those that have one of these signs, in their order; without any given, all. */
  *candidates(signs?: Signs, blocks = this.settled): Generator<Entry> {
    for (const block of blocks) yield* signs ? block.entriesWith(signs) : block.entries;
  }

  /** Makes, step by step, what the first search of each block would have to make. */
  *preparing(): Generator<void> {
    for (const block of this.blocks) if (block.prepare()) yield;
  }

  /** Takes entries in, and out those that they replace. */
  replace(replaced: Iterable<Entry>, added: Iterable<Entry>): void {
    for (const entry of replaced) this.outgoing.add(entry);
    for (const entry of added) this.incoming.push(entry);
  }

  /** Lets go of all. */
  clear(): void {
    this.blocks = [];
    this.incoming = [];
    this.outgoing.clear();
  }

  /** Puts what has come in in its place. */
  settle(): void {
    const { outgoing } = this;
    if (this.incoming.length === 0 && outgoing.size === 0) return;
    const incoming = this.incoming.filter((entry) => !outgoing.has(entry)).sort((a, b) => this.compare(a, b));
    this.blocks = this.blocks.length === 0 ? inBlocks(incoming) : this.withChanges(incoming);
    this.incoming = [];
    outgoing.clear();
  }

  private withChanges(incoming: readonly Entry[]): Block[] {
    const { outgoing } = this;
    const arriving = new Map<number, Entry[]>([...outgoing].map((entry) => [this.blockOf(entry), []]));
    for (const entry of incoming) {
      const index = this.blockOf(entry);
      const others = arriving.get(index);
      if (others) others.push(entry);
      else arriving.set(index, [entry]);
    }
    return this.blocks.flatMap((block, index) => {
      const arrived = arriving.get(index);
      if (!arrived) return [block];
      const kept = block.entries.filter((entry) => !outgoing.has(entry));
      return inBlocks(this.merged(kept, arrived));
    });
  }

  /** The index of the block in which an entry's place is: the first one that does not end before it, else the last. */
  private blockOf(entry: Entry): number {
    let [from, to] = [0, this.blocks.length - 1];
    while (from < to) {
      const middle = (from + to) >> 1;
      const end = this.blocks[middle]?.entries.at(-1);
      if (end && this.compare(end, entry) < 0) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  private merged(kept: readonly Entry[], incoming: readonly Entry[]): Entry[] {
    const merged: Entry[] = [];
    let next = 0;
    for (const entry of kept) {
      for (let other = incoming[next]; other && this.compare(other, entry) < 0; other = incoming[next]) {
        merged.push(other);
        next += 1;
      }
      merged.push(entry);
    }
    return [...merged, ...incoming.slice(next)];
  }

  /** By UTF-16 code unit, so that the order is the same on every machine; equal keys by id. */
  private compare(a: Entry, b: Entry): number {
    return compareKeys(a.sortKeys[this.order], a.id, b.sortKeys[this.order], b.id);
  }
}

/** One block as long as it is not twice too large: where one comes and goes, its neighbours stay where they are. */
function inBlocks(entries: readonly Entry[]): Block[] {
  if (entries.length === 0) return [];
  if (entries.length < 2 * entriesInBlock) return [new Block(entries)];
  return Array.from({ length: Math.ceil(entries.length / entriesInBlock) }, (_, index) => {
    return new Block(entries.slice(index * entriesInBlock, (index + 1) * entriesInBlock));
  });
}

/** Compares two places in an order. */
export function compareKeys(key: string, id: string, otherKey: string, otherId: string): number {
  if (key !== otherKey) return key < otherKey ? -1 : 1;
  if (id === otherId) return 0;
  return id < otherId ? -1 : 1;
}
