import type { Standing } from '../../domain/journey/standing.js';
import type { Clock } from '../clock/clock.js';

/** A standing as the workflow shall know it: its instant in Temporal's time, which no `LOTSE_NOW` moves. */
export const inTemporalTime = (standing: Standing, clock: Pick<Clock, 'toTemporal'>): Standing => ({
  ...standing,
  nextDue: standing.nextDue && clock.toTemporal(standing.nextDue),
});
