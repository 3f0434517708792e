import { useEffect, useRef, useState, type RefObject } from 'react';
import { useNavigate } from 'react-router';
import { useMe } from '../../api/reads.js';
import { isBusyElsewhere, usesSingleKeys } from '../../shell/global-keys.js';
import { meantBy, type Meant } from './row-keys.js';
import type { Selection } from './use-selection.js';

interface Rows {
  /** The row that the keyboard is at. */
  current: number;
  /** A row got the focus by another way. */
  at: (id: string) => void;
}

interface Walked {
  ids: readonly string[];
  /** Makes sure that a row is there, and in sight. */
  bring: (index: number) => void;
  begin: string | undefined;
  selection: Selection;
  onPeek: (id: string) => void;
}

/**
 * Walks through the rows of a list and chooses among them, by the keys of `row-keys.ts`. Each row has one link, and only
 * that of the current row is reached by Tab.
 */
export function useRows(list: RefObject<HTMLElement | null>, walked: Walked): Rows {
  const { ids, bring, begin } = walked;
  const me = useMe();
  const navigate = useNavigate();
  const [at, setAt] = useState(begin);
  // where a row shall have the focus as soon as it is there
  const wanted = useRef(begin !== undefined);
  const current = Math.max(0, at === undefined ? 0 : ids.indexOf(at));
  useEffect(() => {
    if (!wanted.current) return;
    const link = linkOf(list.current, ids[current]);
    wanted.current = !link && (list.current?.contains(document.activeElement) ?? false);
    link?.focus({ preventScroll: begin !== undefined && at === begin });
  });
  useEffect(() => {
    const go = (to: number): void => {
      const index = Math.max(0, Math.min(ids.length - 1, to));
      bring(index);
      setAt(ids[index]);
      const link = linkOf(list.current, ids[index]);
      wanted.current = !link;
      (link ?? list.current)?.focus();
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.altKey || ids.length === 0 || isBusyElsewhere(event)) return;
      const isInside = list.current?.contains(event.target as Node) ?? false;
      const isAtRow = (list.current?.querySelectorAll('[data-row] a:focus').length ?? 0) > 0;
      const meant = meantBy(event, { isInside, isAtRow, singleKeys: usesSingleKeys(me) });
      if (!meant) return;
      event.preventDefault();
      carryOut(meant, {
        ...walked,
        current,
        isAtRow,
        go,
        open: (id) => void navigate(`/teilnehmende/${id}`),
      });
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
  return { current, at: setAt };
}

interface There extends Walked {
  current: number;
  isAtRow: boolean;
  go: (to: number) => void;
  open: (id: string) => void;
}

function carryOut(meant: Meant, { ids, current, isAtRow, selection, onPeek, go, open }: There): void {
  const id = ids[current] ?? '';
  if (meant.does === 'move') {
    const to = isAtRow ? current + meant.step : current;
    if (meant.extends) selection.add(id, ids[Math.max(0, Math.min(ids.length - 1, to))]);
    go(to);
  } else if (meant.does === 'toggle') selection.toggle(id);
  else if (meant.does === 'all') selection.all();
  else if (meant.does === 'clear') selection.clear();
  else if (meant.does === 'peek') onPeek(id);
  else open(id);
}

const linkOf = (list: HTMLElement | null, id: string | undefined): HTMLElement | null =>
  list?.querySelector<HTMLElement>(`[data-row="${id}"] a`) ?? null;
