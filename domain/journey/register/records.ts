import type { Day } from '../../time.js';
import { today, type DecisionContext } from '../commands/context.js';
import type { ProposedEvent } from '../events.js';

// What a row tells and proves not: recorded with its source.

/** The event of a consent that a row tells. */
export function recordConsent(
  { on, purposes }: { on: Day; purposes: readonly string[] },
  language: string,
  context: DecisionContext,
): ProposedEvent {
  return {
    type: 'MilestoneReached',
    plain: { record: context.idFor('consent'), milestone: 'consent_given', source: 'register' },
    case: { on, data: { purposes, language, form: 'paper', textVersion: 'register' } },
    occurredOn: on,
  };
}

/** The event of a module that a row tells: it runs, and nobody knows since when. */
export function recordModule(module: string, context: DecisionContext): ProposedEvent {
  const record = context.idFor(`module|${module}`);
  const plain = { record, module, state: 'active' as const, source: 'register' as const };
  return { type: 'ModuleChanged', plain, case: { on: today(context) } };
}
