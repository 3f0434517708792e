import type { z } from 'zod';
import type { flagFilters } from '../../contract/pages/flags.js';
import { atBerlin, berlinDay } from '../../domain/deadlines/berlin.js';
import { addDays } from '../../domain/deadlines/day-arithmetic.js';
import type { Instant } from '../../domain/time.js';
import { standing, type Moment } from '../figures/moment.js';
import type { Names } from '../directory/names.js';
import { fullScopeOf, seenInFull } from '../journeys/full-scope.js';
import type { Reader } from '../journeys/journey-reader.js';

/** Which flags are asked for. */
export type FlagFilters = z.output<z.ZodObject<typeof flagFilters>>;

/** The filters of the figures by their names. */
export const filterNames = [
  'rule',
  'commune',
  'coach',
  'phase',
  'language',
  'olderThan',
  'snoozed',
  'technical',
] as const satisfies readonly (keyof FlagFilters)[];

/** The engine's own flag. */
const technicalRule = 'planning_failed';

/**
 * The flags `rm.flag i` that the reader sees and asks for, of journeys `j` with the coach's account `a`; list and
 * figures count by the same words. $1 and $2 the scope, $3–$12 as `flagValues` gives them.
 */
export const flagsAskedForIn = (from: ReturnType<Moment['tables']>): string => `
  ${from('flag')} i
  JOIN ${from('journey')} j ON j.id = i.journey_id
  LEFT JOIN access.account a ON a.id = j.coach_id
 WHERE ${seenInFull}
   AND ($3::text IS NULL OR i.rule = $3)
   AND ($4::int IS NULL OR i.severity = $4)
   AND ($5::text IS NULL OR j.commune = $5)
   AND ($6::text IS NULL OR coalesce(a.email, 'none') = $6)
   AND ($7::text IS NULL OR j.phase = $7)
   AND ($8::uuid[] IS NULL OR j.id = ANY($8))
   AND ($9::timestamptz IS NULL OR i.since < $9)
   AND ($10::boolean IS NULL OR $10 = coalesce(i.snoozed_until >= $11::date, false))
   AND ($12::boolean IS NULL OR $12 = (i.rule = '${technicalRule}'))`;

/** The same among those that are raised now. */
export const askedForFlags = flagsAskedForIn(standing);

/** The instant before which a flag was raised that is older than so many days. */
export const olderThanInstant = (days: number, now: Instant): Instant =>
  atBerlin(addDays(berlinDay(now), -days), 0);

/** The first twelve values of a statement over `askedForFlags`. @throws Problem 503 as long as names are still read */
export async function flagValues(
  filters: FlagFilters,
  { account }: Reader,
  names: Names,
  now: Instant,
): Promise<unknown[]> {
  const { rule, severity, commune, coach, phase, language, olderThan, snoozed, technical } = filters;
  // what is sealed is not known to the database
  const speaking = language === undefined ? undefined : await names.ranks({ language }, account);
  return [
    ...fullScopeOf(account),
    rule ?? null,
    severity === undefined ? null : Number(severity),
    commune ?? null,
    coach ?? null,
    phase ?? null,
    speaking ? [...speaking.keys()] : null,
    olderThan === undefined ? null : olderThanInstant(olderThan, now),
    asBoolean(snoozed),
    berlinDay(now),
    asBoolean(technical),
  ];
}

const asBoolean = (asked: 'true' | 'false' | 'all'): boolean | null =>
  asked === 'all' ? null : asked === 'true';
