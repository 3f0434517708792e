import { useRef } from 'react';
import type { Listed } from '../../api/reads.js';
import type { SteadyRow } from '../../parts/steady/use-steady-list.js';

/** Whom the page has shown since it is there, by id: what becomes of somebody is told by name also when she has left the list. */
export type People = ReadonlyMap<string, Pick<Listed, 'name' | 'externalId'>>;

export function usePeople(rows: readonly SteadyRow<Listed>[] | undefined): People {
  const people = useRef(new Map<string, Listed>());
  const last = useRef<typeof rows>(undefined);
  if (rows !== last.current) {
    last.current = rows;
    for (const { item } of rows ?? []) people.current.set(item.id, item);
  }
  return people.current;
}
