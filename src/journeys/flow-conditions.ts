import type { Movement } from '../../contract/pages/lists.js';
import type { Day } from '../../domain/time.js';
import type { Value } from './conditions.js';

/** Which way journeys have gone through the phases, as a list asks for it. */
export interface FlowFilters {
  /** `<phase>.<movement>` */
  move?: string | undefined;
  moveSince?: Day | undefined;
  phaseBefore?: Day | undefined;
}

/** Conditions on a stay `rm.phase p` that was entered or left in that way on that day or later. */
export const movedSince = (movement: Movement, since: string): string =>
  movement === 'entered' ? `p.entered_on >= ${since}` : `p.way = '${movement}' AND p.left_on >= ${since}`;

/** A condition on a stay that lasts since before a day. */
export const lastsSinceBefore = (day: string): string => `p.left_on IS NULL AND p.entered_on < ${day}`;

/** Conditions on `rm.journey j` for it. */
export function flowConditions({ move, moveSince, phaseBefore }: FlowFilters, value: Value): string[] {
  const conditions: string[] = [];
  if (move !== undefined) {
    const [phase, movement] = move.split('.') as [string, Movement];
    const since = value(moveSince ?? '-infinity', 'date');
    conditions.push(hasStay(`p.phase = ${value(phase, 'text')} AND ${movedSince(movement, since)}`));
  }
  if (phaseBefore !== undefined) {
    conditions.push(hasStay(`p.phase = j.phase AND ${lastsSinceBefore(value(phaseBefore, 'date'))}`));
  }
  return conditions;
}

const hasStay = (condition: string): string =>
  `EXISTS (SELECT FROM rm.phase p WHERE p.journey_id = j.id AND ${condition})`;
