import type { ProposedEvent } from '../events.js';
import { flagRule, type JourneyState } from '../state.js';
import type { DecisionContext } from './context.js';

/** The engine could not carry out what is due, several times over; people have to know. */
export interface ReportPlanningFailed {
  type: 'ReportPlanningFailed';
}

/** Whether the engine's own flag is raised. */
export const isToldOfFailure = (state: JourneyState): boolean =>
  state.plain.flags.some(({ id }) => flagRule(state, id) === 'planning_failed');

/** Raises the engine's own flag once; carrying something out again clears it. */
export function reportPlanningFailed(state: JourneyState, context: DecisionContext): ProposedEvent[] {
  if (isToldOfFailure(state)) return [];
  const flag = context.idFor('planning_failed');
  const key = context.idFor('planning_failed|notice');
  return [
    {
      type: 'FlagRaised',
      plain: { flag, severity: 2, since: context.now },
      case: { rule: 'planning_failed' },
      by: 'engine',
    },
    // told here: what plans notices may be what fails
    { type: 'NoticeQueued', plain: { key, to: 'coordinator', about: flag }, by: 'engine' },
  ];
}

/** What is due was carried out again, messages included. */
export interface ReportPlanningRestored {
  type: 'ReportPlanningRestored';
}

/** Clears the engine's own flag where it is raised. */
export function reportPlanningRestored(state: JourneyState): ProposedEvent[] {
  const flag = state.plain.flags.find(({ id }) => flagRule(state, id) === 'planning_failed');
  return flag ? [{ type: 'FlagCleared', plain: { flag: flag.id }, by: 'engine' }] : [];
}
