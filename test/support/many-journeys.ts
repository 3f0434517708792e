import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { Instant } from '../../domain/time.js';
import type { RunnerWorld } from '../integration/event-store/runner.js';
import { steps } from './steps.js';
import { storyOf } from './story.js';

/**
 * Stores journeys that were lived in memory, each through a random history of its own, with their whole past.
 * @param length steps of each; some three events come of two
 * @returns their ids, and how many events they have
 */
export async function manyJourneys(
  { programmes, runner, now }: Pick<RunnerWorld, 'programmes' | 'runner' | 'now'>,
  { count, length, from }: { count: number; length: number; from: Instant },
): Promise<{ ids: string[]; events: number }> {
  const planning = programmes.planning(programmes.current.key);
  const ids: string[] = [];
  let events = 0;
  for (const history of fc.sample(steps(length), { seed: 20261127, numRuns: count })) {
    const who = { journey: randomUUID(), participant: randomUUID() };
    const story = storyOf(history, from, planning, who);
    const past = story.events.filter(({ recordedAt }) => recordedAt <= now());
    if (past.length < story.events.length) throw new Error('The clock stands before the end of a history');
    await runner.recordPast(story.state, story.events);
    ids.push(who.journey);
    events += story.events.length;
  }
  return { ids, events };
}
