import { setTimeout as wait } from 'node:timers/promises';
import { berlinDay, endOfDay } from '../../domain/deadlines/berlin.js';
import type { Day } from '../../domain/time.js';
import type { Clock } from '../clock/clock.js';
import { follow } from '../event-store/follow.js';

/** What watching the days needs. */
export interface DaysParts {
  clock: Clock;
  /** How long it may trust this machine's own clock before it asks Lotse's again. */
  askMs: number;
  /** Told of a day when it begins. */
  begins(day: Day): void;
  /** Told once for each failure that is not over yet. */
  tell(error: unknown): void;
}

/**
 * The day in Berlin by Lotse's clock, watched as long as somebody listens. That clock is asked, and not only waited for:
 * a machine that slept, or a clock that was moved, is behind or ahead of any timer.
 */
export class Days {
  private known: Day | undefined;
  private watching: { stopping: AbortController; begun: Promise<void>; ended: Promise<void> } | undefined;

  constructor(private readonly parts: DaysParts) {}

  /** Today, as long as somebody listens. */
  get today(): Day | undefined {
    return this.known;
  }

  /** Watches from now on: whoever reads after this is told when the day is another one. */
  async watch(): Promise<void> {
    this.watching ??= this.begin();
    await this.watching.begun;
  }

  /** Nobody listens any more; resolves when the last look is over. */
  async stop(): Promise<void> {
    const { watching } = this;
    this.watching = undefined;
    this.known = undefined;
    watching?.stopping.abort();
    await watching?.ended;
  }

  private begin() {
    const stopping = new AbortController();
    const { signal } = stopping;
    const { tell } = this.parts;
    let waitMs = 0;
    const look = async (): Promise<void> => {
      waitMs = await this.look(signal);
    };
    const begun = look().catch(() => undefined); // the follower meets it again, and tells
    const step = async (): Promise<boolean> => {
      await begun;
      // ends early when nobody listens any more
      await wait(waitMs, undefined, { signal }).catch(() => undefined);
      await look();
      return true;
    };
    return { stopping, begun, ended: follow({ step, idleMs: 0, tell, signal }) };
  }

  /** Looks at the clock. @returns how long to wait until the next look */
  private async look(signal: AbortSignal): Promise<number> {
    const { clock, askMs, begins } = this.parts;
    const now = await clock.now();
    if (signal.aborted) return askMs;
    const day = berlinDay(now);
    const before = this.known;
    this.known = day;
    if (before !== undefined && before !== day) begins(day);
    return Math.min(askMs, Date.parse(endOfDay(day)) - Date.parse(now));
  }
}
