import { useSyncExternalStore } from 'react';

interface Announcement {
  text: string;
  kind: 'status' | 'alert';
  /** So that the same words can be said twice. */
  number: number;
}

let current: Announcement | undefined;
let count = 0;
const listeners = new Set<() => void>();

/** Says something once to everybody: on the screen for a while, and to a screen reader politely, or at once when it is bad news. */
export function announce(text: string, kind: Announcement['kind'] = 'status'): void {
  count += 1;
  current = { text, kind, number: count };
  listeners.forEach((listener) => listener());
}

export const useAnnouncement = (): Announcement | undefined =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
