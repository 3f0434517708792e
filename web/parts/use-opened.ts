import { useEffect, useState, type RefObject } from 'react';

interface Opened {
  open: boolean;
  toggle: () => void;
  close: () => void;
}

/**
 * A list behind a button: it closes when one looks elsewhere, and Escape gives the focus back to the button.
 * @param place holds the button and the list
 */
export function useOpened(
  place: RefObject<HTMLElement | null>,
  opener: RefObject<HTMLElement | null>,
): Opened {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (!open) return undefined;
    const leave = ({ target }: Event): void => {
      if (target instanceof Node && !place.current?.contains(target)) setOpen(false);
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      setOpen(false);
      opener.current?.focus();
    };
    document.addEventListener('pointerdown', leave);
    document.addEventListener('focusin', leave);
    document.addEventListener('keydown', onKey, true);
    return () => {
      document.removeEventListener('pointerdown', leave);
      document.removeEventListener('focusin', leave);
      document.removeEventListener('keydown', onKey, true);
    };
  }, [open, place, opener]);
  return { open, toggle: () => setOpen(!open), close: () => setOpen(false) };
}
