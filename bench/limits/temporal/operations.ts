import { randomUUID } from 'node:crypto';
import { atOnce } from '../../../src/imports/at-once.js';
import { untilSettled } from '../../support/settled.js';
import type { BareSide } from './bare-side.js';

/** So many are under way at once, as many as Lotse's relay has. */
export const inFlight = 32;
/** The last of them, which are settled last. */
const sampleOf = 32;
const day = 24 * 60 * 60_000;

/** What is measured bare: the name of its figure, and a round of so many; gives how many a second. */
export interface Operation {
  name: string;
  round(side: BareSide, ids: readonly string[], round: number): Promise<number>;
}

/** Ids of workflows that nobody has started yet. */
export const newIds = (count: number): string[] => {
  const batch = randomUUID();
  return Array.from({ length: count }, (_, index) => `bare/${batch}/${index}`);
};

/** In the order in which they are to be done: what is signalled has to be there. */
export const operations: readonly Operation[] = [
  { name: 'starts', round: (side, ids) => timed(side, newIds(ids.length), (id) => side.start(id)) },
  {
    name: 'starts_with_timer',
    round: (side, ids, round) =>
      timed(side, newIds(ids.length), (id) => side.startWithTimer(id, dueIn(round))),
  },
  { name: 'signals', round: (side, ids) => timed(side, waiting(ids), (id) => side.signal(id)) },
  {
    name: 'signals_with_timer',
    round: (side, ids, round) =>
      timed(side, withTimer(ids), (id) => side.signalWithTimer(id, dueIn(round + 1))),
  },
  { name: 'noop_updates', round: (side, ids) => timed(side, waiting(ids), (id) => side.update(id)) },
];

/** Starts what will be signalled. */
export async function prepare(side: BareSide, ids: readonly string[]): Promise<void> {
  await timed(side, waiting(ids), (id) => side.start(id));
  await timed(side, withTimer(ids), (id) => side.startWithTimer(id, dueIn(0)));
}

/** How many a second, from the first call until the last workflow has done what it had to. */
export async function timed(
  { client }: BareSide,
  ids: readonly string[],
  act: (id: string) => Promise<void>,
): Promise<number> {
  const began = performance.now();
  await atOnce(ids, inFlight, act);
  await untilSettled(client, ids.slice(-sampleOf));
  return (ids.length * 1000) / (performance.now() - began);
}

const waiting = (ids: readonly string[]): string[] => ids.map((id) => `${id}/wait`);
const withTimer = (ids: readonly string[]): string[] => ids.map((id) => `${id}/timer`);

/** Each round's instant is earlier than the one before, so that the timer has to be set anew. */
export const dueIn = (round: number): string => new Date(Date.now() + (200 - round) * day).toISOString();
