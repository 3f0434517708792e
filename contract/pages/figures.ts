import { z } from 'zod';
import { day } from '../routes/fields.js';

/** A number and the query of the list that it opens, which has just so many items. */
export const cell = z.strictObject({ count: z.int(), query: z.record(z.string(), z.string()) });
export type Cell = z.infer<typeof cell>;

/**
 * How many flags there are, by reason, commune or coach; groups without any are left out. Faults of the engine's are
 * counted only where they are asked for, and then alone. Each number opens `/flags?<query>`.
 */
export const stuckFigures = z.strictObject({
  by: z.enum(['rule', 'commune', 'coach']),
  flags: z.int(),
  journeys: z.int(),
  groups: z.array(
    z.strictObject({
      key: z.string(),
      label: z.string(),
      severity3: cell,
      severity2: cell,
      severity1: cell,
      /** Raised for more than seven days. */
      old: cell,
    }),
  ),
});
export type StuckFigures = z.infer<typeof stuckFigures>;

/**
 * The open deadlines of sixteen weeks, this one first, by kind of deadline. Each number opens `/deadlines?<query>`, that of
 * dates that are missing `/tasks?<query>`.
 */
export const horizonFigures = z.strictObject({
  weeks: z.array(
    z.strictObject({
      /** Of the calendar, as ISO 8601 counts. */
      number: z.int(),
      monday: day,
      /** Public holidays from Monday to Friday. */
      holidays: z.array(day),
      /** Working days on which the offices are closed. */
      closed: z.array(day),
    }),
  ),
  deadlines: z.int(),
  kinds: z.array(
    z.strictObject({
      key: z.string(),
      label: z.string(),
      /** One for each week. */
      weeks: z.array(cell),
      /** The day from which the deadline would follow is missing; null where that can't be. */
      undated: cell.nullable(),
    }),
  ),
});
export type HorizonFigures = z.infer<typeof horizonFigures>;

/**
 * How journeys move through the phases. Each number is of journeys, so that somebody who came twice counts once, and opens
 * `/journeys?<query>`.
 */
export const flowFigures = z.strictObject({
  /** The first of the ninety days. */
  since: day,
  phases: z.array(
    z.strictObject({
      key: z.string(),
      label: z.string(),
      now: cell,
      entered: cell,
      /** To a later phase, to an earlier one, or out of the programme because they were closed. */
      onward: cell,
      back: cell,
      ended: cell,
      /**
       * How long a stay takes, in working days: half of them, and nine of ten, last at most so long. Of all that ended in
       * the ninety days or last still, these with what they have lasted so far; null where there are none.
       */
      span: z.strictObject({ median: z.int(), ninthDecile: z.int(), stays: z.int() }).nullable(),
      /** In the phase for longer than nine of ten. */
      longer: cell,
    }),
  ),
});
export type FlowFigures = z.infer<typeof flowFigures>;

/**
 * The numbers of a region as they were known at the end of a past day: reckoned from the log when somebody asks. They open
 * nothing, whatever their queries are: lists are of today.
 */
export const pastFigures = z.strictObject({
  day,
  by: z.enum(['rule', 'commune', 'coach']),
  /** So many journeys have been reckoned, of so many. */
  done: z.int(),
  of: z.int(),
  /** Null as long as not all of them are. */
  figures: z.strictObject({ stuck: stuckFigures, horizon: horizonFigures, flow: flowFigures }).nullable(),
});
export type PastFigures = z.infer<typeof pastFigures>;

/** What lies with each coach, by name: made for sharing work out, with no order by number and no past. */
export const workloadFigures = z.strictObject({
  coaches: z.array(
    z.strictObject({
      /** By e-mail; `none`: nobody accompanies the journeys. */
      coach: z.string(),
      name: z.string(),
      /** Open journeys: `/journeys?<query>`. */
      journeys: cell,
      /** Flags that nobody has put aside, of the gravest kind and of any: `/flags?<query>`. */
      gravest: cell,
      flags: cell,
      /** Open deadlines of the seven days from today on: `/deadlines?<query>`. */
      deadlines: cell,
    }),
  ),
});
export type WorkloadFigures = z.infer<typeof workloadFigures>;
