import { useSyncExternalStore } from 'react';

/** One request may get lost; after two the reader is told. */
const failuresUntilAway = 2;

let failures = 0;
const listeners = new Set<() => void>();

const tell = (): void => listeners.forEach((listener) => listener());

/** Whether the server answers, as the requests of this page have found. */
export const connection = {
  answered(): void {
    if (failures === 0) return;
    failures = 0;
    tell();
  },
  failed(): void {
    failures += 1;
    tell();
  },
  isAway: (): boolean => failures >= failuresUntilAway,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

export const useAway = (): boolean => useSyncExternalStore(connection.subscribe, connection.isAway);
