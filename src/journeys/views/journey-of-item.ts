import type { JourneyRef } from '../../../contract/journeys/shared.js';
import type { JourneyState } from '../../../domain/journey/state.js';
import { phaseOf } from '../../../domain/programme/phase.js';
import { journeyRefOf, type ViewContext } from './view-context.js';

/** Where a journey stands, and how to reach whom it is about. */
export interface Whereabouts {
  commune: string;
  coach: string | null;
  phase: string;
  phone?: string;
}

/** The same of this journey. */
export function whereaboutsOf(state: JourneyState, { programme, coach }: ViewContext): Whereabouts {
  const { phone } = state.contact;
  const { commune } = state.plain;
  const phase = phaseOf(state, programme).key;
  return { commune, coach, phase, ...(phone !== undefined && { phone }) };
}

/** The journey of something to do. */
export const journeyOfItem = (state: JourneyState, context: ViewContext): JourneyRef & Whereabouts => ({
  ...journeyRefOf(state),
  ...whereaboutsOf(state, context),
});
