import { milestonesOf, moduleEnds, modulesOf } from '../journey/facts.js';
import type { Missing } from '../journey/refusal.js';
import type { JourneyState } from '../journey/state.js';
import { judge } from './guards.js';
import type { Programme } from './schema/programme.js';

/** Something that may come next, and what has to come before it; nothing missing: it can be recorded now. */
export type NextStep = ({ milestone: string } | { module: string }) & { missing: Missing[] };

/** What may come next in a journey: milestones not reached yet or that may repeat, modules that don't run. */
export function nextSteps(state: JourneyState, programme: Programme): NextStep[] {
  const reached = new Set(milestonesOf(state).map(({ milestone }) => milestone));
  const running = new Set(
    modulesOf(state)
      .filter(({ state: each }) => !moduleEnds.includes(each))
      .map(({ module }) => module),
  );
  const missingFor = (codes: readonly string[]): Missing[] => {
    const { missing, hints } = judge([...new Set(['case_work', ...codes])], state, programme);
    return [...missing, ...hints];
  };
  const milestones = programme.milestones
    .filter(({ afterClosing }) => state.plain.open || afterClosing)
    .filter(({ key, repeats }) => repeats === 'always' || !reached.has(key))
    .map(({ key, requires }) => ({
      milestone: key,
      // nothing but consent itself is recorded without consent to case work
      missing: key === 'consent_given' ? [] : missingFor(requires),
    }));
  const modules = programme.modules
    .filter(({ key }) => state.plain.open && !running.has(key))
    .map(({ key, requires }) => ({ module: key, missing: missingFor(requires) }));
  return [...milestones, ...modules];
}
