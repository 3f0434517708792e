import { consentWasWithdrawn } from './consent.js';
import { currentPaper } from './facts.js';
import type { JourneyState } from './state.js';

/** Every overlay that holds: what a person set, and what follows from a pause, a withdrawal or the paper. */
export function overlaysOf(state: JourneyState): string[] {
  const overlays = new Set<string>(state.plain.overlays);
  if (state.plain.paused) overlays.add('suspended');
  if (consentWasWithdrawn(state, 'case_work')) overlays.add('consent_withdrawn');
  if (currentPaper(state)?.paper?.kind === 'border_crossing_certificate') overlays.add('status_crisis');
  return [...overlays].sort();
}
