import type { Account } from '../http/ports.js';

/** Takes a value into a statement; gives the parameter that stands for it, with its type. */
export type Value = (given: unknown, type: string) => string;

/** The values of a statement, and how one is taken into it. */
export function valuesFrom(values: unknown[] = []): { values: unknown[]; value: Value } {
  return { values, value: (given, type) => `$${values.push(given)}::${type}` };
}

/** What is asked for, as one clause; what is not asked for is no condition, so that an index can serve what is. */
export const whereAll = (conditions: readonly string[]): string =>
  conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;

/** In which commune journeys lie, and who accompanies them, by e-mail; `none`: nobody does. */
export interface Placed {
  commune?: string | undefined;
  coach?: string | undefined;
}

/** Conditions on `rm.journey j` for it. */
export const placedConditions = ({ commune, coach }: Placed, value: Value): string[] => [
  ...(commune === undefined ? [] : [`j.commune = ${value(commune, 'text')}`]),
  ...(coach === undefined ? [] : [coachIs(coach, value)]),
];

const coachIs = (coach: string, value: Value): string =>
  coach === 'none'
    ? 'j.coach_id IS NULL'
    : `j.coach_id = (SELECT c.id FROM access.account c WHERE c.email = ${value(coach, 'text')})`;

/** Conditions on `rm.journey j` for the journeys of a coordinator that are asked for; none where that is all of them. */
export const regionConditions = ({ communes }: Account, placed: Placed, value: Value): string[] => [
  ...(communes === null ? [] : [`j.commune = ANY(${value(communes, 'text[]')})`]),
  ...placedConditions(placed, value),
];
