/** Something that a list shows. */
export interface Identified {
  id: string;
}

/** A list that stands still: what its reader sees, and what the server says meanwhile. */
export interface Steady<Item extends Identified> {
  /** What the reader wants to see: filters, order and search in one text. */
  readonly intent: string;
  /** In the order in which they were first seen, each as it is now. */
  readonly shown: readonly Item[];
  /** Those that the server does not name any more. */
  readonly gone: ReadonlySet<string>;
  /** Those that have just become different, with the round in which they did. */
  readonly changed: ReadonlyMap<string, number>;
  readonly round: number;
  /** What the server said last. */
  readonly latest: readonly Item[];
  /** How many of those are not shown yet. */
  readonly news: number;
}

const none: ReadonlySet<string> = new Set();

/** Shows what the server says, in its order. */
export function begin<Item extends Identified>(intent: string, items: readonly Item[]): Steady<Item> {
  return { intent, shown: items, gone: none, changed: new Map(), round: 0, latest: items, news: 0 };
}

/**
 * Takes what the server says anew. Under the same intent nothing moves: items change in place, those that are named no
 * more stay and are known as gone, others are counted. Under another intent the list begins anew.
 * @returns `before` itself where there is nothing to take
 */
export function follow<Item extends Identified>(
  before: Steady<Item> | undefined,
  intent: string,
  items: readonly Item[],
): Steady<Item> {
  if (before?.intent !== intent) return begin(intent, items);
  if (before.latest === items) return before;
  const now = new Map(items.map((item) => [item.id, item]));
  const round = before.round + 1;
  const changed = new Map(before.changed);
  const shown = before.shown.map((item) => {
    const fresh = now.get(item.id);
    if (!fresh || alike(item, fresh)) return item;
    changed.set(item.id, round);
    return fresh;
  });
  const known = new Set(shown.map(({ id }) => id));
  return {
    intent,
    shown,
    gone: new Set(shown.flatMap(({ id }) => (now.has(id) ? [] : [id]))),
    changed,
    round,
    latest: items,
    news: items.filter(({ id }) => !known.has(id)).length,
  };
}

/** The marks of what changed in this round or before have been seen. */
export function settle<Item extends Identified>(list: Steady<Item>, round: number): Steady<Item> {
  const changed = new Map([...list.changed].filter(([, when]) => when > round));
  return changed.size === list.changed.size ? list : { ...list, changed };
}

const alike = (one: unknown, other: unknown): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other);
