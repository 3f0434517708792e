import { setTimeout as wait } from 'node:timers/promises';

/** Work that was begun and is not waited for one by one: how much there is of it, and what has come of it. */
export class UnderWay<Outcome> {
  private count = 0;
  private readonly ended: Outcome[] = [];
  private wake: () => void = () => undefined;

  /** How much has not ended yet. */
  get size(): number {
    return this.count;
  }

  /** @param work never rejects: a failure is an outcome */
  add(work: Promise<Outcome>): void {
    this.count += 1;
    void this.follow(work);
  }

  /** What has ended since this was asked last. */
  collect(): Outcome[] {
    return this.ended.splice(0);
  }

  /** Takes outcomes back for which nothing could be done yet. */
  keep(outcomes: readonly Outcome[]): void {
    this.ended.push(...outcomes);
  }

  /** Waits until so many have ended, or all, or the time is over. */
  async until(enough: number, ms: number): Promise<void> {
    const over = new AbortController();
    const late = wait(ms, undefined, { signal: over.signal }).then(
      () => over.abort(),
      () => undefined,
    );
    while (this.count > 0 && this.ended.length < enough && !over.signal.aborted) {
      await Promise.race([late, new Promise<void>((resolve) => (this.wake = resolve))]);
    }
    over.abort();
  }

  private async follow(work: Promise<Outcome>): Promise<void> {
    const outcome = await work;
    this.count -= 1;
    this.ended.push(outcome);
    this.wake();
  }
}
