import { carefully, type Asked, type JourneyActs } from './ports.js';
import { quietly } from './quietly.js';

/**
 * The activities of a journey's workflow, over whoever carries them out.
 * @param tell takes what went wrong
 * @param areWorkersDying whether one has died of late: an act may have been what it died of
 */
export const createJourneyActivities = (
  acts: JourneyActs,
  tell: (error: unknown) => void,
  areWorkersDying: () => boolean = () => false,
) => ({
  /** Carries out within the workflow's own task, which costs Temporal half as much; nobody counts how often it is lost. */
  carryOutDueAtOnce: async (asked: Asked) =>
    areWorkersDying() ? carefully : quietly(() => acts.carryOutDue(asked), tell),
  carryOutDue: (asked: Asked) => quietly(() => acts.carryOutDue(asked), tell),
  reportPlanningFailed: (asked: Asked) => quietly(() => acts.reportPlanningFailed(asked), tell),
});

export type JourneyActivities = ReturnType<typeof createJourneyActivities>;
