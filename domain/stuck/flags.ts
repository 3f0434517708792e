import { endOfDay } from '../deadlines/berlin.js';
import { addDays } from '../deadlines/day-arithmetic.js';
import type { PlanContext } from '../deadlines/plan.js';
import type { Severity } from '../journey/events.js';
import type { JourneyState } from '../journey/state.js';
import { phaseOf } from '../programme/phase.js';
import type { StuckRule } from '../programme/schema.js';
import { addSpan } from '../programme/span.js';
import type { Instant } from '../time.js';
import { conditions, type Condition } from './conditions.js';

/** A flag as it follows from the facts: from which instants it counts, and how grave it is from then on. */
export interface PlannedFlag {
  id: string;
  rule: string;
  class: 'case' | 'status';
  steps: { severity: Severity; from: Instant }[];
  /** The event whose fact, or whose being the last of its kind, is the reason. */
  because: string;
}

/**
 * Every flag that the facts lead to, now or one day: stuck cases are a function of the facts, and each rule is a
 * condition (a file of its own) and a span (data).
 */
export function flagsOf(state: JourneyState, context: PlanContext): PlannedFlag[] {
  if (!state.plain.opened || !state.plain.open) return [];
  return context.programme.stuck.flatMap((rule) => {
    if (state.plain.paused && rule.whilePaused === 'stops') return [];
    const condition = conditions[rule.key]?.(state, context);
    if (!condition) return [];
    const id = context.idOf(`flag|${state.plain.journey}|${rule.key}|${condition.anchor}`);
    const steps = stepsOf(rule, condition, state, context);
    return [{ id, rule: rule.key, class: rule.class, steps, because: condition.because }];
  });
}

/** The step that is reached at `now`: the last whose instant has come. */
export const reachedStep = ({ steps }: PlannedFlag, now: Instant): PlannedFlag['steps'][number] | undefined =>
  steps.findLast(({ from }) => from <= now);

/** The first step that was not raised yet, for the clock to wait for. */
export function nextStep(
  { id, steps }: PlannedFlag,
  { plain }: JourneyState,
): PlannedFlag['steps'][number] | undefined {
  const raised = plain.flags.find((flag) => flag.id === id);
  return steps.find(({ severity, from }) => !raised || (severity > raised.severity && from > raised.since));
}

function stepsOf(
  rule: StuckRule,
  condition: Condition,
  state: JourneyState,
  { programme }: PlanContext,
): PlannedFlag['steps'] {
  const again = condition.again && rule.stepsAgain;
  const steps = again || (rule.inPhases[phaseOf(state, programme).key] ?? rule.steps);
  return steps
    .map(({ after, severity }) => ({ severity, from: instantOf(condition, after) }))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** After a span is from the end of its last day on; before a day, from the morning on which so many are left. */
function instantOf(condition: Condition, span: string): Instant {
  if ('at' in condition) return condition.at;
  if ('from' in condition) return endOfDay(addSpan(condition.from, span));
  return endOfDay(addDays(condition.until, -1 - Number.parseInt(span, 10)));
}
