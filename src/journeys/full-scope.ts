import type { Account } from '../http/ports.js';

/**
 * A condition on `rm.journey j`: the reader sees the journey in full. $1 her communes or NULL, $2 the coach, who sees
 * her own journeys wherever they lie and those without a coach.
 */
export const seenInFull = `
  ($1::text[] IS NULL OR j.commune = ANY($1) OR j.coach_id = $2::uuid)
  AND ($2::uuid IS NULL OR j.coach_id IS NULL OR j.coach_id = $2)`;

/** The first two values of a statement that has it. */
export const fullScopeOf = ({ communes, role, id }: Account): [string[] | null, string | null] => [
  communes,
  role === 'coach' ? id : null,
];
