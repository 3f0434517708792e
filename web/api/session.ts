import { useSyncExternalStore } from 'react';

let over = false;
const listeners = new Set<() => void>();

function become(state: boolean): void {
  if (over === state) return;
  over = state;
  listeners.forEach((listener) => listener());
}

/** Whether the session has ended while a page is open: then a sign-in lies over it, and nothing beneath is lost. */
export const session = {
  isOver: (): void => become(true),
  goesOn: (): void => become(false),
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

export const useSessionOver = (): boolean => useSyncExternalStore(session.subscribe, () => over);
