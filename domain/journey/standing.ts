import { nextDue } from '../deadlines/plan.js';
import { phaseOf } from '../programme/phase.js';
import type { Programme } from '../programme/schema/programme.js';
import type { Instant } from '../time.js';
import { moduleEnds, modulesOf } from './facts.js';
import { overlaysOf } from './overlays.js';
import type { JourneyState } from './state.js';

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
  waitsFor: 'reminder' | 'deadline' | 'nothing';
  nextDue: Instant | null;
}

/** The standing after a command, as the workflow shall know it. */
export function standingOf(state: JourneyState, programme: Programme, generation: number): Standing {
  const { journey, streamVersion: version, open, commune } = state.plain;
  const due = nextDue({ case: state.case.agenda, status: state.status.agenda });
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

function kindOf(state: JourneyState, due: Instant): 'reminder' | 'deadline' {
  const items = [...Object.values(state.case.agenda.items), ...Object.values(state.status.agenda.items)];
  return items.some(({ at, act }) => at === due && act === 'remind') ? 'reminder' : 'deadline';
}
