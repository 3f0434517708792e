import type { messageFigureFilters } from '../../contract/pages/messages.js';
import { atBerlin } from '../../domain/deadlines/berlin.js';
import { addDays } from '../../domain/deadlines/day-arithmetic.js';
import type { Names } from '../directory/names.js';
import type { Account } from '../http/ports.js';
import { fullScopeOf, seenInFull } from '../journeys/full-scope.js';

/** Which messages are asked for, as the contract names it. */
export type MessageFilters = Partial<
  Record<'state' | 'to' | 'from' | 'until' | 'q' | keyof typeof messageFigureFilters, string | undefined>
>;

/** Whose messages are counted. */
export type MessageFigureFilters = Pick<MessageFilters, keyof typeof messageFigureFilters>;

/**
 * The messages `rm.message i` that the reader sees and asks for, of journeys `j` with the coach's account `a`; list and
 * figures count by the same words. $1 and $2 the scope, $3–$9 as `messageValues` gives them.
 */
export const askedForMessages = `
  rm.message i
  JOIN rm.journey j ON j.id = i.journey_id
  LEFT JOIN access.account a ON a.id = j.coach_id
 WHERE ${seenInFull}
   AND ($3::text IS NULL OR i.recipient = 'participant' AND i.state = $3)
   AND ($4::text IS NULL OR i.recipient = $4)
   AND ($5::timestamptz IS NULL OR i.planned_for >= $5)
   AND ($6::timestamptz IS NULL OR i.planned_for < $6)
   AND ($7::text IS NULL OR j.commune = $7)
   AND ($8::text IS NULL OR coalesce(a.email, 'none') = $8)
   AND ($9::uuid[] IS NULL OR j.id = ANY($9))`;

/**
 * The first nine values of a statement over `askedForMessages`.
 * @throws Problem 503 as long as names are still read
 */
export async function messageValues(
  { state, to, from, until, commune, coach, language, q }: MessageFilters,
  account: Account,
  names: Names,
): Promise<unknown[]> {
  // what is sealed is not known to the database
  const people =
    language === undefined && q === undefined ? undefined : await names.ranks({ language, q }, account);
  return [
    ...fullScopeOf(account),
    state ?? null,
    to ?? null,
    from === undefined ? null : atBerlin(from, 0),
    until === undefined ? null : atBerlin(addDays(until, 1), 0),
    commune ?? null,
    coach ?? null,
    people ? [...people.keys()] : null,
  ];
}
