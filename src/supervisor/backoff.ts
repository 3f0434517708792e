const first = 200;
const longest = 10_000;
const healthy = 30_000;

/** How long to wait before something that died is started again: 0.2 s, doubling up to 10 s. */
export class Backoff {
  #next = first;

  /**
   * @param aliveMs how long it lived; after 30 s it counts as healthy, and the waiting begins anew
   * @returns milliseconds
   */
  after(aliveMs: number): number {
    if (aliveMs >= healthy) this.#next = first;
    const now = this.#next;
    this.#next = Math.min(longest, now * 2);
    return now;
  }
}
