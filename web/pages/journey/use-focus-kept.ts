import { useEffect, useRef } from 'react';
import { focusHeading } from './acting.js';

/** Where what had the focus goes away, the heading of its block gets it: it never falls back to the whole page. */
export function useFocusKept() {
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const within = root.current;
    if (!within) return undefined;
    let last: { element: Element; heading: Element | null } | undefined;
    const onFocus = ({ target }: FocusEvent): void => {
      if (!(target instanceof Element)) return;
      last = { element: target, heading: target.closest('section')?.querySelector('h2') ?? null };
    };
    const onBlur = ({ target }: FocusEvent): void => {
      queueMicrotask(() => {
        if (target instanceof Element && target.isConnected && document.activeElement === document.body)
          last = undefined;
      });
    };
    const observer = new MutationObserver(() => {
      if (!last || last.element.isConnected || document.activeElement !== document.body) return;
      const { heading } = last;
      last = undefined;
      focusHeading(heading?.isConnected ? heading : within.querySelector('h1'));
    });
    within.addEventListener('focusin', onFocus);
    within.addEventListener('focusout', onBlur);
    observer.observe(within, { childList: true, subtree: true });
    return () => {
      observer.disconnect();
      within.removeEventListener('focusin', onFocus);
      within.removeEventListener('focusout', onBlur);
    };
  }, []);
  return root;
}
