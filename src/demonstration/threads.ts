import { Worker } from 'node:worker_threads';
import { built } from '../embedded/built.js';
import type { Config } from '../config/config.js';
import type { FromThread, ThreadData } from './share.thread.js';
import type { Share, ToldOf } from './share.js';

/** A share of the demonstration in a thread of its own: lives are arithmetic, and two cores are better than one. */
export class ShareThread {
  private readonly thread: Worker;

  /** @param step called after each life that was lived, and again after each that was stored */
  constructor(share: Share, config: Config, step: () => void) {
    this.thread = new Worker(built('demonstration/share.thread.js'), {
      workerData: { share, config } satisfies ThreadData,
    });
    this.thread.on('message', (message: FromThread) => {
      if (message.what === 'step') step();
    });
  }

  /**
   * What staff were told in these lives, once they are lived, and how many entries a rule stood against. To be called
   * at once, before the thread says it.
   */
  async lived(): Promise<{ told: ToldOf[]; refused: number }> {
    const message = await this.until('told');
    return message.what === 'told' ? message : { told: [], refused: 0 };
  }

  /** Stores them. */
  async store(): Promise<void> {
    const stored = this.until('stored');
    this.thread.postMessage('store');
    await stored;
  }

  private until(what: FromThread['what']): Promise<FromThread> {
    return new Promise((resolve, reject) => {
      this.thread.on('message', (message: FromThread) => message.what === what && resolve(message));
      this.thread.once('error', reject);
    });
  }
}
