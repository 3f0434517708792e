import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { begin, follow, settle, type Identified, type Steady } from './steady.js';

/** As long as a mark is seen. */
const markedMs = 2000;

export interface SteadyRow<Item> {
  item: Item;
  /** It no longer fits the filters: it stays, dimmed, until the reader wants the list anew. */
  gone: boolean;
  /** It has just become different. */
  changed: boolean;
}

export interface SteadyList<Item> {
  /** Undefined until the server has answered for the first time. */
  rows: readonly SteadyRow<Item>[] | undefined;
  /** So many more there are now; `show` lets them in. */
  news: number;
  show: () => void;
}

/**
 * Keeps a list as its reader has seen it while the server says new things: nothing moves until the intent changes or
 * `show` is called.
 * @param intent filters, order and search in one text
 * @param query of react-query; while it still holds the answer to another intent, the old rows stay
 */
export function useSteadyList<Item extends Identified>(
  intent: string,
  query: { data: readonly Item[] | undefined; isPlaceholderData: boolean },
): SteadyList<Item> {
  const [list, setList] = useState<Steady<Item>>();
  const { data, isPlaceholderData } = query;
  const now = data === undefined || isPlaceholderData ? list : follow(list, intent, data);
  if (now !== list) setList(now);
  useMarks(now?.round ?? 0, setList);
  const show = useCallback(() => setList((before) => before && begin(before.intent, before.latest)), []);
  const rows = useMemo(
    () =>
      now?.shown.map((item) => ({
        item,
        gone: now.gone.has(item.id),
        changed: now.changed.has(item.id),
      })),
    [now],
  );
  return {
    rows,
    news: now?.news ?? 0,
    show,
  };
}

/** Takes the marks of each round away when they have been seen, whatever comes after it. */
function useMarks<Item extends Identified>(
  round: number,
  setList: (change: (before: Steady<Item> | undefined) => Steady<Item> | undefined) => void,
): void {
  const timers = useRef(new Set<ReturnType<typeof setTimeout>>());
  useEffect(() => {
    if (round === 0) return;
    const timer = setTimeout(() => {
      timers.current.delete(timer);
      setList((before) => before && settle(before, round));
    }, markedMs);
    timers.current.add(timer);
  }, [round, setList]);
  useEffect(() => {
    const pending = timers.current;
    return () => pending.forEach(clearTimeout);
  }, []);
}
