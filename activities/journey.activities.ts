import { beating } from './beating.js';
import type { Asked, JourneyActs } from './ports.js';
import { quietly } from './quietly.js';

/** The activities of a journey's workflow, over whoever carries them out; `tell` takes what went wrong. */
export const createJourneyActivities = (acts: JourneyActs, tell: (error: unknown) => void) => ({
  carryOutDue: (asked: Asked) => beating(() => quietly(() => acts.carryOutDue(asked), tell)),
  reportPlanningFailed: (asked: Asked) => quietly(() => acts.reportPlanningFailed(asked), tell),
});

export type JourneyActivities = ReturnType<typeof createJourneyActivities>;
