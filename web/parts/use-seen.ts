import { useEffect, useState, type RefObject } from 'react';

/** So far beneath the screen something counts as seen: it is there when one comes to it. */
const ahead = '200px';

/** True once an element has been on the screen, or nearly: what nobody looks at is not asked for. */
export function useSeen(element: RefObject<Element | null>): boolean {
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    if (seen || !element.current) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true);
      },
      { rootMargin: ahead },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element, seen]);
  return seen;
}
