import type { Account } from '../http/ports.js';

/** So long an account may be known after it was disabled or its session ended elsewhere. */
const KEPT_MS = 5_000;
/** More credentials than this in five seconds is no office: the oldest go. */
const MAX_ENTRIES = 10_000;

/**
 * Remembers for a moment whose credential it is, so that signing in is no round trip of each request.
 * Only what was found: a token that was made just now works at once, and guessing fills nothing.
 */
export class AccountCache {
  private readonly entries = new Map<string, { account: Account; until: number }>();

  /** @param now milliseconds that only ever go forward */
  constructor(private readonly now: () => number = () => performance.now()) {}

  get(key: string): Account | undefined {
    const entry = this.entries.get(key);
    if (!entry) return undefined;
    if (entry.until > this.now()) return entry.account;
    this.entries.delete(key);
    return undefined;
  }

  set(key: string, account: Account): void {
    const [oldest] = this.entries.keys();
    if (this.entries.size >= MAX_ENTRIES && oldest !== undefined) this.entries.delete(oldest);
    this.entries.set(key, { account, until: this.now() + KEPT_MS });
  }

  delete(key: string): void {
    this.entries.delete(key);
  }
}
