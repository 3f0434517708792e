import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { builtBench } from './built.js';

/**
 * What the machine gives at this moment: thousands of JSON round trips a second, on all cores at once. A virtual machine
 * shares its cores with neighbours that nobody sees: what the same code reaches may halve within seconds.
 */
export async function speedNow(forMs = 1000): Promise<number> {
  const threads = Array.from({ length: availableParallelism() }, async () => {
    const thread = new Worker(builtBench('support/speed.thread.js'), { workerData: forMs });
    const [count] = (await once(thread, 'message')) as [number];
    return count;
  });
  const counts = await Promise.all(threads);
  return Math.round(counts.reduce((sum, count) => sum + count, 0) / forMs);
}
