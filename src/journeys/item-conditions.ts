import type { Programme } from '../../domain/programme/schema/programme.js';
import type { Day } from '../../domain/time.js';
import { placedConditions, type Placed, type Value } from './conditions.js';

/** Which deadlines a list or a figure is of. */
export interface DeadlineFilters extends Placed {
  kind?: string | undefined;
  dueFrom?: Day | undefined;
  dueBefore?: Day | undefined;
}

/** Conditions on `rm.deadline i` and its journey `j`. A kind is that of a rule in any definition that is installed. */
export const deadlineConditions = (
  { kind, dueFrom, dueBefore, ...placed }: DeadlineFilters,
  programmes: readonly Programme[],
  value: Value,
): string[] => [
  ...(kind === undefined ? [] : [`i.rule = ANY(${value(rulesOfKind(kind, programmes), 'text[]')})`]),
  ...(dueFrom === undefined ? [] : [`i.due >= ${value(dueFrom, 'date')}`]),
  ...(dueBefore === undefined ? [] : [`i.due < ${value(dueBefore, 'date')}`]),
  ...placedConditions(placed, value),
];

const rulesOfKind = (kind: string, programmes: readonly Programme[]): string[] =>
  programmes.flatMap(({ deadlines }) => deadlines.filter((rule) => rule.kind === kind).map(({ key }) => key));

/** Which tasks a list or a figure is of. */
export interface TaskFilters extends Placed {
  kind?: string | undefined;
}

/** Conditions on `rm.task i` and its journey `j`. */
export const taskConditions = ({ kind, ...placed }: TaskFilters, value: Value): string[] => [
  ...(kind === undefined ? [] : [`i.kind = ${value(kind, 'text')}`]),
  ...placedConditions(placed, value),
];
