import type { Today, TodayItem } from '../../../contract/pages/today.js';

/** Items under one heading. */
export interface Shown {
  key: string;
  /** Of one person. */
  person?: TodayItem['journey'];
  items: readonly TodayItem[];
}

/** As many rows are shown before the last groups are folded; their counts stay. */
const mostRows = 40;

/** The same items by person, in the order in which each has the first thing to do. */
export function byPerson({ groups }: Today): Shown[] {
  const items = groups.flatMap((group) => group.items);
  const people = new Map<string, TodayItem[]>();
  for (const item of items) people.set(item.journey.id, [...(people.get(item.journey.id) ?? []), item]);
  return [...people.values()].map(
    (own) => ({ key: own[0]?.journey.id ?? '', person: own[0]?.journey, items: own }) as Shown,
  );
}

export const byTime = ({ groups }: Today): Shown[] => groups.filter(({ items }) => items.length > 0);

/** Which groups are folded at first: from the bottom, until no more than so many rows are left. */
export function foldedOf(shown: readonly Shown[]): Set<string> {
  const folded = new Set<string>();
  let rows = shown.reduce((sum, { items }) => sum + items.length, 0);
  for (const { key, items } of shown.toReversed()) {
    if (rows <= mostRows || folded.size === shown.length - 1) break;
    folded.add(key);
    rows -= items.length;
  }
  return folded;
}
