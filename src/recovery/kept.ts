/**
 * `armed_version` of a journey of which no workflow has heard since the recovery. Not 0, as of one that was just opened:
 * so it can be seen how far a recovery is.
 */
export const toldNothing = -1;

/** SQL on `rm.journey`: somebody has to keep the time for it. */
export const hasToBeKept = '(open OR next_due IS NOT NULL)';
