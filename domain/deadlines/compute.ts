import type { Compute } from '../programme/schema/compute.js';
import type { Day } from '../time.js';
import { eventEnd, inclusiveEnd, monthsBefore } from './dates.js';
import { addDays, monthAfter } from './day-arithmetic.js';
import { dayOf, daysInMonth, partsOf } from './day.js';

/** What a computation may look at beside the rule's own date. */
export interface ComputeContext {
  /** The rule's own recorded date. */
  value: Day;
  /** Another named date or figure of the journey; `undefined` where nobody has recorded it. */
  named(anchor: string): Day | number | undefined;
  tables: Readonly<Record<string, readonly Day[]>>;
}

/**
 * The day by the law, before any rolling. `undefined` where a date or figure that it needs has not been recorded: a
 * missing date is no deadline.
 */
export function computeDay(compute: Compute, context: ComputeContext): Day | undefined {
  switch (compute.fn) {
    case 'max':
    case 'min': {
      const days = compute.of.map((each) => computeDay(each, context)).filter((day) => day !== undefined);
      // the latest or earliest of what is not all known could still move
      if (days.length < compute.of.length) return undefined;
      return days.sort().at(compute.fn === 'max' ? -1 : 0);
    }
    case 'first':
      return compute.of.map((each) => computeDay(each, context)).find((day) => day !== undefined);
    case 'byLaw': {
      const law = compute.of.find(({ until }) => until === undefined || context.value <= until);
      return law && computeDay(law.is, context);
    }
    default: {
      const from = fromOf(compute.from, context);
      return from === undefined ? undefined : dayAfter(compute, from, context);
    }
  }
}

function fromOf(from: string | Compute | undefined, context: ComputeContext): Day | undefined {
  if (from === undefined) return context.value;
  if (typeof from !== 'string') return computeDay(from, context);
  const day = context.named(from);
  return typeof day === 'string' ? day : undefined;
}

type Simple = Exclude<Compute, { of: unknown }>;

function dayAfter(compute: Simple, from: Day, context: ComputeContext): Day | undefined {
  switch (compute.fn) {
    case 'printed':
      return from;
    case 'eventEnd': {
      const { weeks, months, years } = compute;
      return eventEnd(from, weeks === undefined ? { months: months ?? 12 * (years ?? 0) } : { weeks });
    }
    case 'inclusiveEnd': {
      const { months, years, monthsFrom } = compute;
      if (years !== undefined) return inclusiveEnd(from, { years });
      const count = months ?? context.named(monthsFrom ?? '');
      return typeof count === 'number' && count > 0 ? inclusiveEnd(from, { months: count }) : undefined;
    }
    case 'monthsBefore':
      return monthsBefore(from, compute.months);
    case 'plusDays':
      return addDays(from, compute.days);
    case 'lastDayOfMonth': {
      const { year, month } = partsOf(from);
      return dayOf({ year, month, dayOfMonth: daysInMonth(year, month) });
    }
    case 'annual':
      return annual(from, compute);
    case 'table':
      return [...(context.tables[compute.table] ?? [])].sort().find((day) => day >= from);
  }
}

/** The first such day of a year on or after the date. */
function annual(from: Day, { month, day: dayOfMonth }: { month: number; day: number }): Day {
  const { year } = partsOf(from);
  const inThisYear = dayOf({ year, month, dayOfMonth });
  if (inThisYear >= from) return inThisYear;
  return dayOf({ ...monthAfter(year, month, 12), dayOfMonth });
}
