import type { Day } from '../../time.js';
import { consentSince } from '../consent.js';
import type { ProposedEvent, Purpose } from '../events.js';
import type { JourneyState } from '../state.js';
import { refuseFuture, type DecisionContext } from './context.js';

/** The participant withdraws consent; no reason is asked, none is stored. Without purposes: all of them. */
export interface WithdrawConsent {
  type: 'WithdrawConsent';
  on: Day;
  purposes?: Purpose[];
}

const all: readonly Purpose[] = ['case_work', 'reminders', 'provider'];

/** Records the withdrawal of what was consented; what was never given can't be withdrawn, and is no error. */
export function withdrawConsent(
  state: JourneyState,
  command: WithdrawConsent,
  context: DecisionContext,
): ProposedEvent[] {
  refuseFuture(command.on, context);
  const asked = command.purposes ?? all;
  const purposes = asked.filter(
    (purpose) =>
      consentSince(state, purpose) !== undefined || (purpose === 'case_work' && standsByBasis(state)),
  );
  if (purposes.length === 0) return [];
  return [
    { type: 'ConsentWithdrawn', plain: { purposes }, case: { on: command.on }, occurredOn: command.on },
  ];
}

/** A journey taken over with a basis of its own is accompanied until that is withdrawn too. */
const standsByBasis = ({ plain }: JourneyState): boolean =>
  plain.takenOver !== null && !plain.consentWithdrawn.some(({ purposes }) => purposes.includes('case_work'));
