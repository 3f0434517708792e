import type { Day } from '../../time.js';
import type { ProposedEvent } from '../events.js';
import { Refusal, type Missing } from '../refusal.js';
import type { JourneyState } from '../state.js';
import { refuseFuture, type DecisionContext } from './context.js';

/** The journey ends, for one of the programme's exit reasons. */
export interface CloseJourney {
  type: 'CloseJourney';
  on: Day;
  reason: string;
  note?: string;
}

/** The journey goes on where it was before it was closed. */
export interface ReopenJourney {
  type: 'ReopenJourney';
  on: Day;
  note?: string;
}

const transfer: Missing = {
  code: 'transfer',
  text: {
    de: 'Ein Umzug innerhalb der Region ist eine Übergabe; bitte sprechen Sie die Koordination an.',
    en: 'A move within the region is a transfer; please ask the coordinators.',
  },
  who: 'coordinator',
};

/** Closes an open journey; closing a closed one says nothing new. */
export function closeJourney(
  state: JourneyState,
  { on, reason, note }: CloseJourney,
  context: DecisionContext,
): ProposedEvent[] {
  refuseFuture(on, context);
  const moves = reason === 'moved_within_region';
  if (!moves && !context.programme.exitReasons.some(({ key }) => key === reason)) {
    throw new Refusal('unknown-reason', 'The programme has no such exit reason.', [], '/reason');
  }
  if (!state.plain.open) return [];
  if (moves)
    throw new Refusal('use-transfer', 'A move within the region is a transfer, not an exit.', [transfer]);
  const notes = note !== undefined && { notes: { note } };
  return [{ type: 'JourneyClosed', plain: { reason }, case: { on }, ...notes, occurredOn: on }];
}

/** Reopens a closed journey; reopening an open one says nothing new. */
export function reopenJourney(
  state: JourneyState,
  { on, note }: ReopenJourney,
  context: DecisionContext,
): ProposedEvent[] {
  refuseFuture(on, context);
  if (state.plain.open) return [];
  const notes = note !== undefined && { notes: { note } };
  return [{ type: 'JourneyReopened', plain: {}, case: { on }, ...notes, occurredOn: on }];
}
