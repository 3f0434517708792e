import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';

/** On another page the focus goes to its heading, which a screen reader then says; the first page is left alone. */
export function useArrival() {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return undefined;
    before.current = pathname;
    const frame = requestAnimationFrame(() => {
      // a list that somebody comes back to has put the focus where it was left
      if (main.current?.querySelector(':focus')) return;
      window.scrollTo(0, 0);
      const heading = main.current?.querySelector<HTMLElement>('h1');
      heading?.setAttribute('tabindex', '-1');
      (heading ?? main.current)?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [pathname]);
  return main;
}
