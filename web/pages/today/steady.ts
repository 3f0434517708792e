import type { Today, TodayItem } from '../../../contract/pages/today.js';

/** What is on the screen, and how it differs from what the server says now. */
export interface Steady {
  today: Today;
  /** No longer to be done; they stay in their place until they are put away. */
  gone: ReadonlySet<string>;
  /** So many things are not shown yet. */
  news: number;
}

const itemsOf = ({ groups }: Today): TodayItem[] => groups.flatMap(({ items }) => items);

/** Everything as the server says it, in its order. */
export const asTold = (fresh: Today): Steady => ({ today: fresh, gone: new Set(), news: 0 });

/**
 * Takes news without moving a row: what is shown changes in its place, what is done dims in its place, what came is
 * counted. Numbers are those of the server.
 */
export function settle(before: Steady, fresh: Today): Steady {
  const now = new Map(itemsOf(fresh).map((item) => [item.id, item]));
  const shown = new Set(itemsOf(before.today).map(({ id }) => id));
  if (shown.size === 0) return asTold(fresh);
  return {
    today: {
      ...fresh,
      groups: before.today.groups.map((group) => ({
        ...group,
        items: group.items.map((item) => now.get(item.id) ?? item),
      })),
    },
    gone: new Set([...shown].filter((id) => !now.has(id))),
    news: [...now.keys()].filter((id) => !shown.has(id)).length,
  };
}

/** Puts rows away that are no longer to be done. */
export function putAway(steady: Steady, ids: ReadonlySet<string>): Steady {
  const groups = steady.today.groups.map((group) => ({
    ...group,
    items: group.items.filter(({ id }) => !(ids.has(id) && steady.gone.has(id))),
  }));
  return {
    ...steady,
    today: { ...steady.today, groups },
    gone: new Set([...steady.gone].filter((id) => !ids.has(id))),
  };
}
