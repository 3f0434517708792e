import { byDay, milestonesOf, entryDay, type StandingMilestone } from '../journey/facts.js';
import type { JourneyState } from '../journey/state.js';
import type { Day } from '../time.js';
import type { Programme } from './schema.js';

/** Where a journey stands, since when, and by which record; the day is absent where the part that holds it was erased. */
export interface Phase {
  key: string;
  since: Day | undefined;
  act?: string;
}

/**
 * The phase is a function of the facts that stand, never stored. Acts are taken in the order of their days; each
 * leads on, never back, except the loss of a placement and a new assessment. A module that runs means support once
 * there is a plan; a journey taken over is in support when a module runs (the row says what is the case).
 */
export function phaseOf(state: JourneyState, programme: Programme): Phase {
  if (!state.plain.open) return { key: 'closed', since: state.case.closedOn };
  const order = (phase: string): number => programme.phases.findIndex(({ key }) => key === phase);
  let phase: Phase = { key: programme.phases[0]?.key ?? 'contacted', since: entryDay(state) };
  const support = supportSince(state, programme);
  const taken = supportSince(state, programme, true);
  if (taken) phase = { key: 'in_support', ...taken };
  for (const act of actsOf(state)) {
    // The engine's own move belongs to the placement that it followed: withdrawn or lost, there is none to follow.
    if (act.milestone === 'follow_up_began' && act.data['placement'] !== phase.act) continue;
    const { to, back } = leadsTo(act, programme);
    const goesOn = to !== undefined && order(to) > order(phase.key);
    const goesBack = back !== undefined && order(back) < order(phase.key);
    if (goesOn || goesBack) phase = { key: goesOn ? to : (back ?? phase.key), since: act.on, act: act.id };
    if (support && order(phase.key) >= order('planned') && order(phase.key) < order('in_support')) {
      phase = { key: 'in_support', since: laterDay(phase.since, support.since), act: support.act };
    }
  }
  return phase;
}

/** Whether the record that led to a phase placed somebody: training, work or school has begun. */
export const isPlacement = (state: JourneyState, act: string): boolean =>
  milestonesOf(state).some(({ id, milestone }) => id === act && placements.includes(milestone));

const placements = ['training_started', 'job_started', 'school_started'];

/** Milestones and the engine's own moves, by their days and then as they were recorded. */
function actsOf(state: JourneyState): StandingMilestone[] {
  const followUps = state.plain.followUps.map(({ placement, event }) => {
    const on = state.case.followUps[placement]?.on;
    return {
      id: event,
      milestone: 'follow_up_began',
      recordedAt: '',
      event,
      on,
      data: { placement },
      imported: false,
    };
  });
  return byDay([...milestonesOf(state), ...followUps]);
}

function leadsTo(
  { milestone: key, data }: StandingMilestone,
  programme: Programme,
): { to?: string; back?: string } {
  if (key === 'follow_up_began') return { to: 'follow_up' };
  const milestone = programme.milestones.find((known) => known.key === key);
  const { movesTo, movesWhen, movesBackTo } = milestone ?? {};
  if (movesBackTo !== undefined && (key !== 'needs_assessed' || data['reassessment'] === true)) {
    return { ...(movesTo !== undefined && { to: movesTo }), back: movesBackTo };
  }
  const holds = !movesWhen || data[movesWhen.field] === movesWhen.is;
  return holds && movesTo !== undefined ? { to: movesTo } : {};
}

/** The first support that became active; `imported` asks for what the register said. */
function supportSince(
  state: JourneyState,
  programme: Programme,
  imported = false,
): { since: Day | undefined; act: string } | undefined {
  const supporting = programme.modules.filter(({ supports }) => supports).map(({ key }) => key);
  const active = state.plain.modules
    .filter(({ module, source }) => supporting.includes(module) && (!imported || source === 'register'))
    .flatMap(({ states }) => states.filter((each) => each.state === 'active').slice(0, 1))
    .map(({ event }) => ({ on: state.case.modules[event]?.on, event }));
  const [first] = byDay(active);
  return first && { since: first.on, act: first.event };
}

const laterDay = (a: Day | undefined, b: Day | undefined): Day | undefined => ((a ?? '') > (b ?? '') ? a : b);
