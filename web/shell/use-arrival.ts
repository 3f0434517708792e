import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';

/** A page may still be on its way. */
const patienceMs = 3000;

/** On another page the focus goes to its heading, which a screen reader then says; the first page is left alone. */
export function useArrival() {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return undefined;
    before.current = pathname;
    const until = performance.now() + patienceMs;
    let frame = requestAnimationFrame(function arrive() {
      // a list that somebody comes back to has put the focus where it was left
      if (main.current?.querySelector(':focus')) return;
      const heading = main.current?.querySelector<HTMLElement>('h1');
      if (!heading && performance.now() < until) {
        frame = requestAnimationFrame(arrive);
        return;
      }
      window.scrollTo(0, 0);
      heading?.setAttribute('tabindex', '-1');
      (heading ?? main.current)?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [pathname]);
  return main;
}
