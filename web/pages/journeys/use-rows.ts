import { useEffect, useRef, useState, type RefObject } from 'react';
import { useNavigate } from 'react-router';
import { useMe } from '../../api/reads.js';
import { isBusyElsewhere, usesSingleKeys } from '../../shell/global-keys.js';

interface Rows {
  /** The row that the keyboard is at. */
  current: number;
  /** A row got the focus by another way. */
  at: (id: string) => void;
}

/**
 * Walks through the rows of a list: arrows inside it, `j` and `k` anywhere on the page, `o` opens. Each row has one link,
 * and only that of the current row is reached by Tab.
 * @param bring makes sure that a row is there, and in sight
 */
export function useRows(
  list: RefObject<HTMLElement | null>,
  ids: readonly string[],
  bring: (index: number) => void,
  begin: string | undefined,
): Rows {
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
      if (event.ctrlKey || event.metaKey || event.altKey || ids.length === 0 || isBusyElsewhere(event))
        return;
      const isInside = list.current?.contains(event.target as Node) ?? false;
      const isAtRow = (list.current?.querySelectorAll('[data-row] a:focus').length ?? 0) > 0;
      const inside = isInside ? insideSteps[event.key] : undefined;
      const anywhere = usesSingleKeys(me) ? steps[event.key] : undefined;
      const step = inside ?? anywhere;
      const opens = event.key === 'o' && usesSingleKeys(me) && isAtRow;
      if (step === undefined && !opens) return;
      event.preventDefault();
      if (opens) void navigate(`/teilnehmende/${ids[current]}`);
      else if (step !== undefined) go(isAtRow ? current + step : current);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [ids, current, list, bring, me, navigate]);
  return { current, at: setAt };
}

const steps: Record<string, number> = { j: 1, k: -1 };
const insideSteps: Record<string, number> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
  Home: -Infinity,
  End: Infinity,
};

const linkOf = (list: HTMLElement | null, id: string | undefined): HTMLElement | null =>
  list?.querySelector<HTMLElement>(`[data-row="${id}"] a`) ?? null;
