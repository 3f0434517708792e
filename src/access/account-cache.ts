import type { Account } from '../http/ports.js';

/** So long an account may be known after it was disabled or its session ended, at another process too. */
const KEPT_MS = 1_000;
/** More credentials than this in a second is no office: the oldest go. */
const MAX_ENTRIES = 10_000;

/**
 * Remembers for a moment whose credential it is, so that signing in is no round trip of each request.
 * Only what was found: a token that was made just now works at once, and guessing fills nothing.
 */
export class AccountCache {
  private readonly entries = new Map<string, { account: Account; until: number }>();

  /** @param now milliseconds that only ever go forward */
  constructor(readonly now: () => number = () => performance.now()) {}

  get(key: string): Account | undefined {
    const entry = this.entries.get(key);
    if (!entry) return undefined;
    if (entry.until > this.now()) return entry.account;
    this.entries.delete(key);
    return undefined;
  }

  /** @param asOf when it was asked for, by the same clock: an answer may be overtaken on its way */
  set(key: string, account: Account, asOf: number): void {
    const [oldest] = this.entries.keys();
    if (this.entries.size >= MAX_ENTRIES && oldest !== undefined) this.entries.delete(oldest);
    this.entries.set(key, { account, until: asOf + KEPT_MS });
  }

  delete(key: string): void {
    this.entries.delete(key);
  }
}
