import { useEffect } from 'react';

/** Whoever takes something away may move the focus itself: that comes first. */
const patienceMs = 50;

interface Place {
  element: HTMLElement;
  /** Where the focus goes when the element is no more: the nearest of these that is still there. */
  around: (Element | null | undefined)[];
}

/**
 * Where what has the focus goes away – an act that is done, a line that is taken back, a row that the server no longer
 * names – the focus goes to what it stood in, or to where it came from: never to nowhere. It listens to the focus only;
 * what is drawn costs nothing.
 */
export function useFocusNeverLost(): void {
  useEffect(() => {
    let last: Place | undefined;
    let lastInPage: Place | undefined;
    const onFocus = ({ target }: FocusEvent): void => {
      if (!(target instanceof HTMLElement)) return;
      last = { element: target, around: placesAround(target) };
      if (target.closest('main')) lastInPage = last;
      // what lies over the page goes back to where one was in it
      else if (lastInPage) last.around.push(lastInPage.element, ...lastInPage.around);
    };
    const find = (): void => {
      if (!last || last.element.isConnected || !isNowhere()) return;
      const next = last.around.find((place) => place?.isConnected) ?? document.querySelector('main h1');
      last = undefined;
      if (!(next instanceof HTMLElement)) return;
      if (!next.matches('a, button, input, select, textarea, [tabindex]')) next.tabIndex = -1;
      next.focus({ preventScroll: true });
    };
    const onBlur = (): void => void setTimeout(find, patienceMs);
    document.addEventListener('focusin', onFocus);
    document.addEventListener('focusout', onBlur);
    // a browser that says nothing of it is asked before the next key
    document.addEventListener('keydown', find, true);
    return () => {
      document.removeEventListener('focusin', onFocus);
      document.removeEventListener('focusout', onBlur);
      document.removeEventListener('keydown', find, true);
    };
  }, []);
}

const placesAround = (element: Element): (Element | null | undefined)[] => [
  element.closest('[role=dialog]'),
  element.closest('[data-row], li, tr'),
  element.closest('section')?.querySelector('h2'),
  element.closest('main')?.querySelector('h1'),
];

const isNowhere = (): boolean => document.activeElement === document.body || document.activeElement === null;
