import { totalmem } from 'node:os';

/** A remembered journey: 0.17 MB at ease, most of it in Temporal's own parts; in a crowd, with what waits to be collected, 0.3. */
const mbEach = 0.25;
/** Of the memory that there is, what a worker may take for it. */
const share = 1 / 8;
const fewest = 500;
/** More would not fit into the heap that V8 gives a thread. */
const most = 12_000;

/**
 * How many journeys' workflows a worker remembers; the others are replayed from their histories when something is due,
 * which takes it and Temporal 13 ms each. The SDK reckons with ten times the memory for each: on 24 GB with 2,300.
 */
export const rememberedJourneys = (memoryMb = memoryHere()): number =>
  Math.min(most, Math.max(fewest, Math.floor((memoryMb * share) / mbEach)));

/** The machine's memory, or what of it a container may have, in MB. */
function memoryHere(): number {
  const allowed = process.constrainedMemory(); // 0 where nobody limits it
  return (allowed > 0 ? Math.min(allowed, totalmem()) : totalmem()) / 2 ** 20;
}
