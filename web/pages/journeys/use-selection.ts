import { useCallback, useMemo, useState } from 'react';
import type { Listed } from '../../api/reads.js';
import type { SteadyRow } from '../../parts/steady/use-steady-list.js';
import { isFull } from './cells.js';

export interface Selection {
  /** Who can be chosen: whom the reader sees in full, in the order of the list. */
  choosable: readonly string[];
  /** Who is chosen of those that are shown: nobody is acted on unseen. */
  chosen: readonly string[];
  has: (id: string) => boolean;
  toggle: (id: string) => void;
  /** Chooses both. */
  add: (...ids: (string | undefined)[]) => void;
  /** Chooses these and nobody else. */
  only: (ids: readonly string[]) => void;
  all: () => void;
  clear: () => void;
}

const nobody: ReadonlySet<string> = new Set();

/** Who is chosen, as long as the page is there. */
export function useSelection(rows: readonly SteadyRow<Listed>[] | undefined): Selection {
  const [ticked, setTicked] = useState(nobody);
  const choosable = useMemo(
    () => (rows ?? []).filter(({ item, gone }) => isFull(item) && !gone).map(({ item }) => item.id),
    [rows],
  );
  const can = useMemo(() => new Set(choosable), [choosable]);
  const toggle = useCallback(
    (id: string) =>
      setTicked((before) => {
        const next = new Set(before);
        if (!next.delete(id) && can.has(id)) next.add(id);
        return next;
      }),
    [can],
  );
  return useMemo(
    () => ({
      choosable,
      chosen: ticked.size === 0 ? [] : choosable.filter((id) => ticked.has(id)),
      has: (id) => ticked.has(id) && can.has(id),
      toggle,
      add: (...ids) =>
        setTicked(
          (before) =>
            new Set([...before, ...ids.filter((id) => id !== undefined && can.has(id))] as string[]),
        ),
      only: (ids) => setTicked(new Set(ids)),
      all: () => setTicked(can),
      clear: () => setTicked(nobody),
    }),
    [choosable, can, ticked, toggle],
  );
}
