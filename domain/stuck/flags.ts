import type { Deadline } from '../deadlines/agenda.js';
import type { PlanContext } from '../deadlines/plan-context.js';
import type { Severity } from '../journey/events.js';
import type { JourneyState } from '../journey/state.js';
import { phaseOf } from '../programme/phase.js';
import type { StuckCause, StuckRule } from '../programme/schema/stuck.js';
import type { Instant } from '../time.js';
import { conditionOf, type Condition } from './conditions.js';

/** A step of a flag: how grave it is from an instant on, and who is told then. */
export interface FlagStep {
  severity: Severity;
  from: Instant;
  to: readonly ('coach' | 'coordinator')[];
}

/** A flag as it follows from the facts. */
export interface PlannedFlag extends Pick<Condition, 'because' | 'importedOn'> {
  id: string;
  rule: StuckRule;
  steps: FlagStep[];
}

/**
 * Every flag that the facts lead to, now or one day: stuck cases are a function of the facts.
 * @param deadlines those that are planned for the journey
 */
export function flagsOf(
  state: JourneyState,
  context: PlanContext,
  deadlines: readonly Deadline[],
): PlannedFlag[] {
  if (!state.plain.opened || !state.plain.open) return [];
  return context.programme.stuck.flatMap((rule) => {
    if (state.plain.paused && rule.whilePaused === 'stops') return [];
    return rule.causes.flatMap((cause) => {
      const condition = conditionOf(cause.condition, state, context, deadlines);
      if (!condition) return [];
      const { anchor, because, importedOn } = condition;
      const id = context.idOf(`flag|${state.plain.journey}|${rule.key}|${anchor}`);
      const steps = stepsOf(cause, condition, state, context);
      return [{ id, rule, steps, because, ...(importedOn !== undefined && { importedOn }) }];
    });
  });
}

/** The step that is reached at `now`: the last whose instant has come. */
export const reachedStep = ({ steps }: PlannedFlag, now: Instant): FlagStep | undefined =>
  steps.findLast(({ from }) => from <= now);

/** The first step that was not raised yet, for the clock to wait for. */
export function nextStep({ id, steps }: PlannedFlag, { plain }: JourneyState): FlagStep | undefined {
  const raised = plain.flags.find((flag) => flag.id === id);
  return steps.find(({ severity, from }) => !raised || (severity > raised.severity && from > raised.since));
}

function stepsOf(
  { steps, inPhases }: StuckCause,
  condition: Condition,
  state: JourneyState,
  { programme }: PlanContext,
): FlagStep[] {
  const ofPhase = Object.keys(inPhases).length > 0 ? inPhases[phaseOf(state, programme).key] : undefined;
  return (ofPhase ?? steps)
    .map(({ after, severity, to }) => ({ severity, from: condition.reachedAt(after), to }))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
}
