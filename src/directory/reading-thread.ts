import { Worker } from 'node:worker_threads';
import type { IdRange } from '../database/id-range.js';
import { built } from '../embedded/built.js';
import type { Entry, Spoken } from './entry.js';

/** Where a thread reads, and with what. */
export interface Source {
  databaseUrl: string;
  /** The key that wraps the participants' keys; it stays in this process's memory. */
  wrapping: Uint8Array;
  range: IdRange;
}

/** What is read, and who is given it, some at a time. */
export type Reading =
  | { what: 'names'; take(entries: readonly Entry[]): void }
  | { what: 'languages'; take(languages: readonly Spoken[]): void };

/** What a thread is given. */
export interface ReadingThreadData extends Source {
  what: Reading['what'];
}

/** What a page leaves behind is then mostly dead before it is looked at. */
const youngMb = 48;

/**
 * Reads and opens what the directory holds of the journeys in a range of ids, in a thread of its own.
 * @throws what the thread threw, and the signal's reason when that came first
 */
export async function readInThread(
  source: Source,
  { what, take }: Reading,
  signal: AbortSignal,
): Promise<void> {
  signal.throwIfAborted();
  const workerData: ReadingThreadData = { ...source, what };
  const thread = new Worker(built('../api/read-names.thread.js'), {
    workerData,
    resourceLimits: { maxYoungGenerationSizeMb: youngMb },
  });
  const stop = (): void => void thread.terminate();
  signal.addEventListener('abort', stop);
  try {
    await new Promise<void>((resolve, reject) => {
      thread.on('message', (read: string) => take(JSON.parse(read)));
      thread.once('error', reject);
      thread.once('exit', (code) => (code === 0 ? resolve() : reject(new Error('A thread ended too early'))));
    });
  } finally {
    signal.removeEventListener('abort', stop);
    await thread.terminate();
  }
  signal.throwIfAborted();
}
