import { totalmem } from 'node:os';

/** The machine's memory, or what of it a container may have, in MB. */
export function memoryHere(): number {
  const allowed = process.constrainedMemory(); // 0 where nobody limits it
  return (allowed > 0 ? Math.min(allowed, totalmem()) : totalmem()) / 2 ** 20;
}
