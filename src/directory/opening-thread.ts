import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { built } from '../embedded/built.js';
import type { Entry } from './entry.js';
import type { SealedRow } from './open-entries.js';

/** Opens rows in a thread of its own, one page at a time. */
export class OpeningThread {
  private readonly thread: Worker;

  /** @param wrapping the key that wraps the participants' keys; it stays in this process's memory */
  constructor(wrapping: Buffer) {
    this.thread = new Worker(built('directory/open-entries.thread.js'), { workerData: { wrapping } });
  }

  /** @throws what the thread threw, after which it is of no use, and AbortError when the signal came first */
  async open(rows: readonly SealedRow[], signal: AbortSignal): Promise<Entry[]> {
    const answered = once(this.thread, 'message', { signal });
    this.thread.postMessage(rows);
    const [entries] = (await answered) as [Entry[]];
    return entries;
  }

  async end(): Promise<void> {
    await this.thread.terminate();
  }
}
