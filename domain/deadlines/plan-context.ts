import type { DeadlineRule } from '../programme/schema/deadline.js';
import type { Programme } from '../programme/schema/programme.js';
import type { Instant } from '../time.js';
import type { Calendar } from './calendar.js';

/** What the plan needs beside the facts: the rules as this installation knows them, and nothing with a clock. */
export interface PlanContext {
  programme: Programme;
  calendar: Calendar;
  quietHours: boolean;
  /** Names planner, programme and settings; an agenda with another stamp is planned anew. */
  stamp: string;
  /** When this installation came to know a rule's version: a rung before that counts as passed. */
  ruleKnownAt(rule: DeadlineRule): Instant;
  /** A UUID that is always the same for the same name. */
  idOf(name: string): string;
  /** An opaque key that is always the same for the same name, and from which nothing can be read. */
  keyOf(name: string): string;
}
