import { comingIn, type AgendaItem } from '../deadlines/agenda.js';
import { nextDue } from '../deadlines/plan.js';
import { phaseOf } from '../programme/phase.js';
import type { Programme } from '../programme/schema/programme.js';
import type { Instant } from '../time.js';
import { moduleEnds, modulesOf } from './facts.js';
import { overlaysOf } from './overlays.js';
import { agendaOf, type JourneyState } from './state.js';

/**
 * What the participant's workflow holds and shows: codes only, no paper, no name, no rule. `version` is the stream's;
 * of two standings of one generation the later version wins.
 */
export interface Standing {
  journey: string;
  generation: number;
  version: number;
  open: boolean;
  phase: string;
  commune: string;
  modules: { module: string; state: string }[];
  overlays: string[];
  /** The kind of act that comes next, `nothing` when only news can change anything. */
  waitsFor: 'reminder' | 'notice' | 'deadline' | 'flag' | 'follow_up' | 'nothing';
  nextDue: Instant | null;
}

/** The standing after a command, as the workflow shall know it. */
export function standingOf(state: JourneyState, programme: Programme, generation: number): Standing {
  const { journey, streamVersion: version, open, commune } = state.plain;
  const due = nextDue(agendaOf(state));
  return {
    journey,
    generation,
    version,
    open,
    phase: phaseOf(state, programme).key,
    commune,
    modules: modulesOf(state)
      .filter(({ state: reached }) => !moduleEnds.includes(reached))
      .map(({ module, state: reached }) => ({ module, state: reached })),
    overlays: overlaysOf(state),
    waitsFor: due === undefined ? 'nothing' : kindOf(state, due),
    nextDue: due ?? null,
  };
}

/** Of several acts at one instant the one that most concerns the participant. */
function kindOf(state: JourneyState, due: Instant): Standing['waitsFor'] {
  const acts = comingIn(agendaOf(state))
    .filter(({ at }) => at === due)
    .map(({ act }) => act);
  return kinds.find(([act]) => acts.includes(act))?.[1] ?? 'nothing';
}

const kinds: readonly [AgendaItem['act'], Standing['waitsFor']][] = [
  ['remind', 'reminder'],
  ['miss', 'deadline'],
  ['notify', 'notice'],
  ['flag', 'flag'],
  ['give_up', 'reminder'],
  ['follow_up', 'follow_up'],
];
