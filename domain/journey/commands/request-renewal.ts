import type { Day } from '../../time.js';
import type { Proof, ProposedEvent } from '../events.js';
import { currentPaper } from '../facts.js';
import { Refusal, type Missing } from '../refusal.js';
import type { JourneyState } from '../state.js';
import { refuseClosed, refuseFuture, type DecisionContext } from './context.js';

/** The renewal of the current paper was asked for; only proof that others can confirm counts for the law. */
export interface RequestRenewal {
  type: 'RequestRenewal';
  on: Day;
  proof: Proof;
  note?: string;
}

const paper: Missing = {
  code: 'document',
  text: {
    de: 'Das Aufenthaltspapier muss zuerst erfasst werden.',
    en: 'The residence paper has to be recorded first.',
  },
  who: 'coach',
};

/** Records the request; the same one said twice is said once. */
export function requestRenewal(
  state: JourneyState,
  command: RequestRenewal,
  context: DecisionContext,
): ProposedEvent[] {
  const { on, proof, note } = command;
  refuseFuture(on, context);
  refuseClosed(state);
  if (!currentPaper(state)) {
    throw new Refusal('not-yet-possible', 'There is no paper that could be renewed.', [paper]);
  }
  const paperKnownAt = currentPaper(state)?.firstRecordedAt ?? '';
  const same = state.plain.renewals.some(({ id, recordedAt, withdrawn }) => {
    const said = state.status.renewals[id];
    return !withdrawn && recordedAt >= paperKnownAt && said?.on === on && said.proof === proof;
  });
  if (same) return [];
  const notes = note !== undefined && { notes: { note } };
  return [
    {
      type: 'RenewalRequested',
      plain: { record: context.idFor('renewal') },
      status: { on, proof },
      ...notes,
      occurredOn: on,
    },
  ];
}
