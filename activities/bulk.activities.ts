import { again } from './again.js';
import { beating } from './beating.js';
import type { BulkActs, BulkPart } from './ports.js';

/** The activities of an act on many journeys, over whoever carries them out; `tell` takes what went wrong. */
export const createBulkActivities = (acts: BulkActs, tell: (error: unknown) => void) => ({
  actOnMany: (part: BulkPart) => beating(() => again(() => acts.actOnMany(part), tell)),
  giveUpBulkAct: (batchId: string) => again(() => acts.giveUpBulkAct(batchId), tell),
});

export type BulkActivities = ReturnType<typeof createBulkActivities>;
