import type { Missing } from '../../../contract/problem.js';
import { caseWorkConsent, mayBeAccompanied } from '../../../domain/journey/consent.js';
import type { JourneyState } from '../../../domain/journey/state.js';
import { phaseOf } from '../../../domain/programme/phase.js';
import type { Programme } from '../../../domain/programme/schema.js';

/** A milestone that is still to be reached, and what has to come before it. */
export interface Step {
  milestone: string;
  missing: Missing[];
}

/**
 * The milestones that lead further and were not reached yet. Of a journey taken over from a register all of them,
 * because the row says what is the case and proves nothing.
 */
export function nextSteps(state: JourneyState, programme: Programme): Step[] {
  if (!state.plain.open) return [];
  const order = (phase: string): number => programme.phases.findIndex(({ key }) => key === phase);
  const here = order(phaseOf(state, programme).key);
  const reached = new Set(state.plain.milestones.map(({ milestone }) => milestone));
  const accompanied = mayBeAccompanied(state);
  return programme.milestones
    .filter(({ key }) => !reached.has(key))
    .filter(({ movesTo }) => movesTo && (order(movesTo) > here || state.plain.takenOver !== null))
    .map(({ key }) => ({
      milestone: key,
      missing: accompanied || key === 'consent_given' ? [] : [caseWorkConsent],
    }));
}
