import { byDay, milestonesOf, entryDay, type StandingMilestone } from '../journey/facts.js';
import { perFactsAnd } from '../journey/per-version.js';
import type { JourneyState } from '../journey/state.js';
import type { Day } from '../time.js';
import type { Milestone } from './schema/milestone.js';
import type { Programme } from './schema/programme.js';

/** Where a journey stands, since when, and by which record; the day is absent where the part that holds it was erased. */
export interface Phase {
  key: string;
  since: Day | undefined;
  act?: string;
}

/** A record that may move the journey, in the order of the days. */
interface Act {
  id: string;
  on: Day | undefined;
  to?: string | undefined;
  back?: string | undefined;
  /** The engine's own move to follow-up belongs to this placement. */
  follows?: string;
}

/**
 * The phase is a function of the facts that stand, never stored. Acts are taken in the order of their days; each
 * leads on, never back, except the loss of a placement and a new assessment. A module that runs means support once
 * there is a plan; a journey taken over is in support when a module runs (the row says what is the case).
 */
export function phaseOf(state: JourneyState, programme: Programme): Phase {
  if (!state.plain.open) return { key: 'closed', since: state.case.closedOn };
  return pathOf(state, programme).at(-1) ?? beginning(state, programme);
}

/** Every phase through which the facts that stand have led, the last one last; being closed is none of them. */
export function pathOf(state: JourneyState, programme: Programme): readonly Phase[] {
  return paths(state, programme, () => reckonPath(state, programme));
}

const paths = perFactsAnd<Programme, readonly Phase[]>();

function reckonPath(state: JourneyState, programme: Programme): Phase[] {
  const order = orderIn(programme);
  const support = supportSince(state, programme);
  const taken = supportSince(state, programme, true);
  let phase: Phase = taken ? { key: 'in_support', ...taken } : beginning(state, programme);
  const path = [phase];
  const go = (next: Phase): void => {
    phase = next;
    path.push(next);
  };
  for (const { id, on, to, back, follows } of actsOf(state, programme)) {
    // Withdrawn or lost, there is no placement to follow.
    if (follows !== undefined && follows !== phase.act) continue;
    const goesOn = to !== undefined && order(to) > order(phase.key);
    const goesBack = back !== undefined && order(back) < order(phase.key);
    if (goesOn || goesBack) go({ key: goesOn ? to : (back ?? phase.key), since: on, act: id });
    if (support && order(phase.key) >= order('planned') && order(phase.key) < order('in_support')) {
      go({ key: 'in_support', since: laterDay(phase.since, support.since), act: support.act });
    }
  }
  return path;
}

const beginning = (state: JourneyState, { phases: [first] }: Programme): Phase => ({
  key: first?.key ?? 'contacted',
  since: entryDay(state),
});

/** Where a phase stands among the programme's. */
export const orderIn =
  ({ phases: all }: Programme) =>
  (phase: string): number =>
    all.findIndex(({ key }) => key === phase);

/** Whether the record that led to a phase placed somebody: training, work or school has begun. */
export const isPlacement = (state: JourneyState, act: string, programme: Programme): boolean =>
  milestonesOf(state).some(({ id, milestone }) => id === act && definitionOf(milestone, programme)?.places);

const definitionOf = (milestone: string, { milestones }: Programme): Milestone | undefined =>
  milestones.find(({ key }) => key === milestone);

/** Milestones and the engine's own moves, by their days and then as they were recorded. */
function actsOf(state: JourneyState, programme: Programme): Act[] {
  const followUps = state.plain.followUps.map(({ placement, event }): Act => ({
    id: event,
    on: state.case.followUps[placement]?.on,
    to: 'follow_up',
    follows: placement,
  }));
  return byDay([...milestonesOf(state).map((milestone) => actOf(milestone, programme)), ...followUps]);
}

function actOf({ id, on, milestone, data }: StandingMilestone, programme: Programme): Act {
  const { moves, movesBack } = definitionOf(milestone, programme) ?? {};
  const target = (move: Milestone['moves']): string | undefined =>
    !move?.when || data[move.when.field] === move.when.is ? move?.to : undefined;
  return { id, on, to: target(moves), back: target(movesBack) };
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
