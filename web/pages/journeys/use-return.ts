import { useEffect, useLayoutEffect, type RefObject } from 'react';
import { useLocation, useNavigationType } from 'react-router';

/** Where a list was left. */
interface Place {
  page: number;
  list: number;
  row: string | undefined;
}

/** By the key of the history's entry; gone when the page is loaded anew. */
const places = new Map<string, Place>();

/** Which row had the focus when the list was left, for somebody who comes back to it. */
export function useLeftAt(): string | undefined {
  const { key } = useLocation();
  return useNavigationType() === 'POP' ? places.get(key)?.row : undefined;
}

/** Keeps where a list was left, and goes there when somebody comes back to it. */
export function useReturn(list: RefObject<HTMLElement | null>, row: string | undefined): void {
  const { key } = useLocation();
  const back = useNavigationType() === 'POP';
  useLayoutEffect(() => {
    const place = back ? places.get(key) : undefined;
    if (!place) return;
    list.current?.scrollTo(0, place.list);
    const link = list.current?.querySelector<HTMLElement>(`[data-row="${place.row}"] a`);
    (link ?? list.current)?.focus({ preventScroll: true });
    window.scrollTo(0, place.page);
    // only when the list comes to be: later the reader scrolls by himself
  }, []);
  useEffect(() => {
    const element = list.current;
    const keep = (): void =>
      void places.set(key, { page: window.scrollY, list: element?.scrollTop ?? 0, row });
    keep();
    window.addEventListener('scroll', keep, { passive: true });
    element?.addEventListener('scroll', keep, { passive: true });
    return () => {
      window.removeEventListener('scroll', keep);
      element?.removeEventListener('scroll', keep);
    };
  }, [key, list, row]);
}
