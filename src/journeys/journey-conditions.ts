import type { z } from 'zod';
import type { listFilters } from '../../contract/pages/list-filters.js';
import { addDays } from '../../domain/deadlines/day-arithmetic.js';
import type { Day } from '../../domain/time.js';
import type { Account } from '../http/ports.js';
import { placedConditions, type Value } from './conditions.js';
import { flowConditions } from './flow-conditions.js';

/** What lists, views and acts on many filter by. */
export type ListFilters = z.output<z.ZodObject<typeof listFilters>>;

/** Day behind every other. */
export const never = `'9999-12-31'::date`;

/** A colleague's journey is found and sorted by nothing that the reader does not see of it. */
export const seenInFull = ({ role, id }: Account, value: Value): string =>
  role === 'coach' ? `(j.coach_id IS NULL OR j.coach_id = ${value(id, 'uuid')})` : 'true';

/** The condition that the reader sees a journey in full, put down when it is first asked for: a statement takes no value that it does not name. */
export type Seen = () => string;

/** What is asked for, by whom, on which day. */
export interface Asked {
  filters: ListFilters & { dueBefore?: Day | undefined };
  account: Account;
  today: Day;
}

/** The day before which something ends that ends within so many weeks, their last day included. */
const endOf = (weeks: string, today: Day): Day => addDays(today, Number(weeks) * 7 + 1);

/**
 * Conditions on `rm.journey j`, without `language`, which only the directory knows. What is not asked for is no
 * condition, so that an index can serve what is.
 */
export function conditionsOf({ filters, account, today }: Asked, seen: Seen, value: Value): string[] {
  const { open, phase, commune, coach, dueBefore, dueWeeks } = filters;
  const due = (before: Day): string =>
    `${seen()} AND coalesce(j.next_deadline, ${never}) < ${value(before, 'date')}`;
  const asked: (string | false)[] = [
    scopeOf(account, value),
    open !== 'all' && `j.open = ${value(open === 'true', 'boolean')}`,
    phase !== undefined && `j.phase = ${value(phase, 'text')}`,
    ...placedConditions({ commune, coach: coach === 'me' ? account.email : coach }, value),
    dueBefore !== undefined && due(dueBefore),
    dueWeeks !== undefined && due(endOf(dueWeeks, today)),
    ...conditionsOfState({ filters, account, today }, seen, value),
  ];
  return asked.filter((condition) => condition !== false);
}

/** Only what the account may see at all; `false`: everything. */
export function scopeOf({ communes, role, id }: Account, value: Value): string | false {
  if (communes === null) return false;
  const own = value(role === 'coach' ? id : null, 'uuid');
  return `(j.commune = ANY(${value(communes, 'text[]')}) OR j.coach_id = ${own})`;
}

/** Conditions on what a colleague does not see. */
function conditionsOfState({ filters, today }: Asked, seen: Seen, value: Value): (string | false)[] {
  const { flagged, rule, paperWeeks, renewalAsked } = filters;
  return [
    flagged !== undefined &&
      `${seen()} AND (j.worst_severity IS NOT NULL) = ${value(flagged === 'true', 'boolean')}`,
    rule !== undefined &&
      `${seen()} AND EXISTS (SELECT FROM rm.flag f WHERE f.journey_id = j.id AND f.rule = ${value(rule, 'text')})`,
    moduleStands(filters, seen, value),
    paperWeeks !== undefined &&
      `${seen()} AND coalesce(j.paper_until, ${never}) < ${value(endOf(paperWeeks, today), 'date')}`,
    renewalAsked !== undefined &&
      `${seen()} AND coalesce(j.renewal_asked, false) = ${value(renewalAsked === 'true', 'boolean')}`,
    ...flowConditions(filters, value).map((condition) => `${seen()} AND ${condition}`),
  ];
}

function moduleStands({ module, moduleState: state }: ListFilters, seen: Seen, value: Value): string | false {
  if (module === undefined && state === undefined) return false;
  const standing = JSON.stringify([
    { ...(module !== undefined && { module }), ...(state !== undefined && { state }) },
  ]);
  return `${seen()} AND j.standing->'modules' @> ${value(standing, 'jsonb')}`;
}
