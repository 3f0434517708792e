import { memoryHere } from '../memory-here.js';

/** A remembered journey: 0.17 MB at ease, most of it in Temporal's own parts; in a crowd, with what waits to be collected, 0.3. */
const mbEach = 0.25;
/** Of the memory that there is, what the workers may take for it. */
const share = 1 / 8;
const fewest = 500;
/** More than a crowd in any programme, and 3 GB. */
const most = 12_000;
/**
 * Temporal's SDK looks through all that a worker remembers at each step of each task, some 0.2 µs for each: with ten
 * thousand that took half of the worker's time (docs/performance.md).
 */
const mostOfOne = 2000;

/** Each further worker takes a thread and 30 MB; a programme of 400 needs one. */
const enoughForAnother = 500;

/** Workers that share what is to be remembered. */
export interface Remembering {
  /** There are so many at most. */
  workers: number;
  /** So many journeys each of them remembers at most. */
  each: number;
  /** Another one begins when each of them remembers so many, on average. */
  enough: number;
}

/**
 * How many journeys' workflows are remembered; the others are replayed from their histories when something is due,
 * which takes a worker and Temporal 13 ms each. The SDK reckons with ten times the memory for each: on 24 GB with 2,300.
 */
export function rememberedJourneys(memoryMb = memoryHere()): Remembering {
  const all = Math.min(most, Math.max(fewest, Math.floor((memoryMb * share) / mbEach)));
  const workers = Math.ceil(all / mostOfOne);
  return { workers, each: Math.floor(all / workers), enough: enoughForAnother };
}
