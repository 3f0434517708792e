import { setTimeout as wait } from 'node:timers/promises';
import type { JourneyActs } from '../../activities/ports.js';

/** The acts that are carried out just now. */
export interface ActsUnderWay {
  acts: JourneyActs;
  /** Waits until all of them have ended, so long at most. @param patienceMs in milliseconds */
  end(patienceMs: number): Promise<void>;
}

/**
 * Keeps account of acts: Temporal's worker ends without those within workflows' own tasks, and a mail whose outcome
 * nobody records is sent again.
 */
export function actsUnderWay(acts: JourneyActs): ActsUnderWay {
  const underWay = new Set<Promise<unknown>>();
  const noted = async <Answer>(act: Promise<Answer>): Promise<Answer> => {
    underWay.add(act);
    try {
      return await act;
    } finally {
      underWay.delete(act);
    }
  };
  return {
    acts: {
      carryOutDue: (asked) => noted(acts.carryOutDue(asked)),
      reportPlanningFailed: (asked) => noted(acts.reportPlanningFailed(asked)),
    },
    async end(patienceMs) {
      await Promise.race([Promise.allSettled(underWay), wait(patienceMs, undefined, { ref: false })]);
    },
  };
}
