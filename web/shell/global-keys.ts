import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import type { Me } from '../../contract/access.js';
import { pagesOf } from './pages.js';

interface Acts {
  openPalette: () => void;
  guardSight: () => void;
  showKeys: () => void;
}

/** Whether a key is meant for what is being typed, or for something that lies over the page. */
export const isBusyElsewhere = ({ target }: KeyboardEvent): boolean =>
  target instanceof HTMLElement &&
  (target.matches('input, textarea, select, [contenteditable]') ||
    target.closest('[role=dialog], [role=menu]') !== null);

/** Whether somebody has switched single keys off (WCAG 2.1.4). */
export const usesSingleKeys = ({ settings }: Me): boolean => settings.singleKeys !== false;

/** `Strg K`, `Strg .`, and unless they are switched off `/`, `?` and `g` with a page's key. */
export function useGlobalKeys(me: Me, { openPalette, guardSight, showKeys }: Acts): void {
  const navigate = useNavigate();
  useEffect(() => {
    let goes = false;
    const onKey = (event: KeyboardEvent): void => {
      const command = event.ctrlKey || event.metaKey;
      if (command && event.key.toLowerCase() === 'k' && me.role !== 'admin') return act(event, openPalette);
      if (command && event.key === '.') return act(event, guardSight);
      if (command || event.altKey || !usesSingleKeys(me) || isBusyElsewhere(event)) return undefined;
      const page = goes ? pagesOf(me.role).find(({ key }) => key === event.key) : undefined;
      goes = event.key === 'g' && !goes;
      if (page) return act(event, () => void navigate(page.path));
      if (event.key === '?') return act(event, showKeys);
      if (event.key === '/')
        return act(event, () => document.querySelector<HTMLElement>('[data-page-search]')?.focus());
      return undefined;
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [me, navigate, openPalette, guardSight, showKeys]);
}

function act(event: KeyboardEvent, what: () => void): void {
  event.preventDefault();
  what();
}
