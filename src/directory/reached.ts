import { setTimeout as wait } from 'node:timers/promises';

/** Something that comes about once, and that others wait for. */
export class Reached {
  isReached = false;
  private announce: () => void = () => undefined;
  private readonly reached = new Promise<void>((resolve) => {
    this.announce = resolve;
  });

  reach(): void {
    this.isReached = true;
    this.announce();
  }

  /** Whether it has come about, waiting so long for it. @param patienceMs in milliseconds */
  async within(patienceMs: number): Promise<boolean> {
    if (this.isReached) return true;
    const patience = new AbortController();
    const late = wait(patienceMs, undefined, { signal: patience.signal }).catch(() => undefined);
    await Promise.race([this.reached, late]);
    patience.abort();
    return this.isReached;
  }
}
