import type { Instant } from '../../domain/time.js';
import type { Coach } from './coaches.js';

/** What one thread fills in: every so-manieth template with its copies. */
export interface Share {
  part: number;
  parts: number;
  /** Of all threads together. */
  journeys: number;
  templates: number;
  /** Up to when lives are lived. */
  now: Instant;
  coaches: readonly Coach[];
  /** Where its events begin in the log. */
  firstPosition: number;
}

/** What it says when it has. */
export interface FromThread {
  journeys: number;
  events: number;
  long: Record<number, string>;
}
