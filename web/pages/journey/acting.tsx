import { createContext, useContext, useMemo, useRef, useState, type ReactNode } from 'react';
import type { Act } from '../../../contract/pages/act.js';

/** The act whose form is open, and where. It is kept as it was opened: news does not change what is being typed. */
interface Opened {
  act: Act;
  place: string;
}

interface Acting {
  opened: Opened | undefined;
  /** @param opener gets the focus back */
  open: (act: Act, place: string, opener?: Element | null) => void;
  /** The focus goes back to the opener, unless something else takes it. */
  close: (refocus?: boolean) => void;
}

const Context = createContext<Acting>({ opened: undefined, open: () => undefined, close: () => undefined });

/** One form is open at a time. */
export function ActingPlace({ children }: { children: ReactNode }) {
  const [opened, setOpened] = useState<Opened>();
  const opener = useRef<Element>(null);
  const value = useMemo(
    (): Acting => ({
      opened,
      open: (act, place, from = document.activeElement) => {
        opener.current = from;
        setOpened({ act, place });
      },
      close: (refocus = true) => {
        setOpened(undefined);
        if (!refocus) return;
        const back = opener.current;
        requestAnimationFrame(() => focusOn(back));
      },
    }),
    [opened],
  );
  return <Context.Provider value={value}>{children}</Context.Provider>;
}

export const useActing = (): Acting => useContext(Context);

/** Back to what opened the form, or to the heading of the page where that has gone. */
function focusOn(opener: Element | null): void {
  if (opener instanceof HTMLElement && opener.isConnected && opener !== document.body) opener.focus();
  else focusHeading(document.querySelector('main h1'));
}

/** A heading or a row takes the focus, so that a screen reader says where one is. */
export function focusHeading(heading: Element | null): void {
  if (!(heading instanceof HTMLElement)) return;
  if (!heading.hasAttribute('tabindex')) heading.setAttribute('tabindex', '-1');
  heading.focus({ preventScroll: true });
}
