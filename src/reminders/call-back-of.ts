import type { JourneySurroundings } from '../journeys/journey-surroundings.js';
import type { CallBack } from './call-back.js';

/** Who can be called back about a journey: its coach, where she has a number, and the office. */
export const callBackOf = (
  { coachName, coachPhone }: JourneySurroundings,
  officePhone: string | undefined,
): CallBack => ({
  ...(coachName !== null && coachPhone !== null && { coach: { name: coachName, phone: coachPhone } }),
  ...(officePhone !== undefined && { officePhone }),
});
