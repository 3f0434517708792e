import type { ProposedEvent } from '../events.js';
import type { JourneyState } from '../state.js';

/** A coach takes the journey over, or nobody does; `hint` is the e-mail of a coach who has no account yet. */
export interface AssignCoach {
  type: 'AssignCoach';
  coach: string | null;
  hint?: string;
}

/** Records who accompanies the participant from now on. */
export function assignCoach(state: JourneyState, { coach, hint }: AssignCoach): ProposedEvent[] {
  if (state.plain.coach === coach && state.case.coachHint === hint) return [];
  return [{ type: 'CoachAssigned', plain: { coach }, case: hint === undefined ? {} : { hint } }];
}
