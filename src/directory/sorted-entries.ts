import type { DirectoryOrder, Entry } from './entry.js';

/** Entries that are kept in an order. */
export class SortedEntries {
  private sorted: Entry[] = [];

  constructor(private readonly order: DirectoryOrder) {}

  get all(): readonly Entry[] {
    return this.sorted;
  }

  /** Takes entries in, and out those that they replace: sorting only the new ones keeps pages of a fill short. */
  replace(replaced: ReadonlySet<Entry>, added: readonly Entry[]): void {
    const kept = replaced.size === 0 ? this.sorted : this.sorted.filter((entry) => !replaced.has(entry));
    const incoming = [...added].sort((a, b) => this.compare(a, b));
    const merged: Entry[] = [];
    let next = 0;
    for (const entry of kept) {
      for (let other = incoming[next]; other && this.compare(other, entry) < 0; other = incoming[next]) {
        merged.push(other);
        next += 1;
      }
      merged.push(entry);
    }
    for (const entry of incoming.slice(next)) merged.push(entry);
    this.sorted = merged;
  }

  /** By UTF-16 code unit, so that the order is the same on every machine; equal keys by id. */
  private compare(a: Entry, b: Entry): number {
    return compareKeys(a.sortKeys[this.order], a.id, b.sortKeys[this.order], b.id);
  }
}

/** Compares two places in an order. */
export function compareKeys(key: string, id: string, otherKey: string, otherId: string): number {
  if (key !== otherKey) return key < otherKey ? -1 : 1;
  if (id === otherId) return 0;
  return id < otherId ? -1 : 1;
}
