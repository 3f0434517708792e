import type { JourneyState } from '../journey/state.js';
import type { Day } from '../time.js';
import { berlinDay } from '../deadlines/berlin.js';
import type { Programme } from './schema.js';

/** Where a journey stands and since when; the day is absent where the part that holds it was erased. */
export interface Phase {
  key: string;
  since?: Day;
}

/**
 * The phase is a function of the facts that stand, never stored: the furthest that a reached milestone or an active
 * module leads to. A journey taken over from a register is in support when a module runs (the row says what is the
 * case); otherwise a module counts once there is a plan.
 */
export function phaseOf(state: JourneyState, programme: Programme): Phase {
  const order = (phase: string): number => programme.phases.findIndex(({ key }) => key === phase);
  if (!state.plain.open) return phase('closed', state.case.closedOn);
  let furthest = phase(programme.phases[0]?.key ?? 'contacted', firstDay(state));
  for (const { id, milestone } of state.plain.milestones) {
    const to = programme.milestones.find(({ key }) => key === milestone)?.movesTo;
    if (to && order(to) > order(furthest.key)) furthest = phase(to, state.case.milestones[id]?.on);
  }
  const planned = order(furthest.key) >= order('planned') || state.plain.takenOver !== null;
  const running = state.plain.modules.find(
    ({ module, state: reached }) =>
      reached === 'active' && programme.modules.some(({ key, supports }) => key === module && supports),
  );
  if (running && planned && order(furthest.key) < order('in_support')) {
    return phase('in_support', state.case.modules[running.id]?.since);
  }
  return furthest;
}

const phase = (key: string, since: Day | undefined): Phase => ({
  key,
  ...(since !== undefined && { since }),
});

const firstDay = (state: JourneyState): Day | undefined =>
  state.case.firstContactOn ?? (state.plain.openedAt ? berlinDay(state.plain.openedAt) : undefined);
