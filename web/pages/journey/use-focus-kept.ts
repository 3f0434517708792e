import { useEffect, useRef } from 'react';
import { focusHeading } from './acting.js';

/** Where what had the focus goes away, its row gets it, else the heading of its block: it never falls back to the page. */
export function useFocusKept() {
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const within = root.current;
    if (!within) return undefined;
    let last: { element: Element; after: (Element | null | undefined)[] } | undefined;
    const onFocus = ({ target }: FocusEvent): void => {
      if (!(target instanceof Element)) return;
      const heading = target.closest('section')?.querySelector('h2');
      last = { element: target, after: [target.closest('li'), heading, within.querySelector('h1')] };
    };
    const onBlur = ({ target }: FocusEvent): void => {
      queueMicrotask(() => {
        if (target instanceof Element && target.isConnected && document.activeElement === document.body)
          last = undefined;
      });
    };
    const observer = new MutationObserver(() => {
      if (!last || last.element.isConnected || document.activeElement !== document.body) return;
      const { after } = last;
      last = undefined;
      focusHeading(after.find((element) => element?.isConnected) ?? null);
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
