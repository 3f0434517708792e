import { berlinDay } from '../../domain/deadlines/berlin.js';
import { addDays } from '../../domain/deadlines/day-arithmetic.js';
import type { Answer, Caller } from '../support/http.js';

/** A prime number: a journey in turn with others meets each day of the next review only once in so many of its turns. */
const daysToChoose = 4903;
let reviews = 0;

/**
 * Records that a plan was reviewed; each time with another day of the next review, so that timers have to follow. The
 * same day again would say nothing new.
 */
export function review(caller: Caller, journey: string): Promise<Answer> {
  const today = berlinDay(new Date().toISOString());
  const data = { nextReviewOn: addDays(today, 60 + ((reviews += 1) % daysToChoose)) };
  return caller.call('POST', `/journeys/${journey}/milestones`, {
    milestone: 'plan_reviewed',
    on: today,
    data,
  });
}

/** Until then callers go on, one call after the other each. Gives how many were answered as expected, and how many not. */
export async function inClosedLoop(
  callers: number,
  until: () => boolean,
  call: (index: number) => Promise<Answer>,
  expected: number,
): Promise<{ done: number; failed: number; firstFailure?: Answer }> {
  const counts: { done: number; failed: number; firstFailure?: Answer } = { done: 0, failed: 0 };
  let next = 0;
  await Promise.all(
    Array.from({ length: callers }, async () => {
      while (!until()) {
        const answer = await call((next += 1));
        if (answer.status === expected) counts.done += 1;
        else {
          counts.failed += 1;
          counts.firstFailure ??= answer;
        }
      }
    }),
  );
  return counts;
}
