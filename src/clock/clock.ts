import type { Instant } from '../../domain/time.js';

/** Where every process takes its time from; never from its own machine's clock. */
export interface Clock {
  /** The instant now, as Lotse counts it. */
  now(): Promise<Instant>;
  /** The instant now where the database's clock was just read along with something else: saves the question. */
  at(databaseNow: Instant): Promise<Instant>;
  /** Whether it is the database's own; if not, what is recorded is recorded through the import role. */
  readonly isReal: boolean;
  /** An instant of Lotse's in Temporal's time, for timers. */
  toTemporal(instant: Instant): Instant;
}
export const CLOCK = Symbol('Clock');
