const WINDOW_MS = 15 * 60 * 1000;
const MAX_FAILURES = 10;
/** Addresses are the attacker's to choose: the oldest are forgotten before the memory is full. */
const MAX_KEYS = 20_000;

/**
 * Counts failed attempts at signing in: ten within a quarter of an hour, then one waits. An attempt counts
 * from its beginning, so that a hundred at once are not one.
 */
export class AttemptLimit {
  private readonly failures = new Map<string, number[]>();

  /** @param now milliseconds that only ever go forward */
  constructor(private readonly now: () => number = () => performance.now()) {}

  /** Begins an attempt. @returns 0, or the seconds until the next one is let in */
  begin(key: string): number {
    const recent = (this.failures.get(key) ?? []).filter((at) => at > this.now() - WINDOW_MS);
    const [first] = recent;
    if (first !== undefined && recent.length >= MAX_FAILURES) {
      return Math.max(1, Math.ceil((first + WINDOW_MS - this.now()) / 1000));
    }
    const [oldest] = this.failures.keys();
    if (this.failures.size >= MAX_KEYS && oldest !== undefined) this.failures.delete(oldest);
    this.failures.delete(key); // so that the map's order is that of the last attempt
    this.failures.set(key, [...recent, this.now()]);
    return 0;
  }

  /** Takes back one attempt that did not fail. */
  takeBack(key: string): void {
    const left = this.failures.get(key)?.slice(0, -1) ?? [];
    if (left.length > 0) this.failures.set(key, left);
    else this.failures.delete(key);
  }
}
