import type { Day } from '../../time.js';
import type { ProposedEvent } from '../events.js';
import type { JourneyState } from '../state.js';
import { refuseFuture, type DecisionContext } from './context.js';

/** Somebody was spoken or written to, or tried to be. */
export interface RecordContact {
  type: 'RecordContact';
  on: Day;
  channel: string;
  direction: 'out' | 'in';
  reached: boolean;
  topics?: string[];
  note?: string;
}

/** Records a contact; it may be recorded without consent and after closing. The same one said twice is said once. */
export function recordContact(
  state: JourneyState,
  command: RecordContact,
  context: DecisionContext,
): ProposedEvent[] {
  const { on, channel, direction, reached, topics = [], note } = command;
  refuseFuture(on, context);
  const same = state.plain.contacts.some(
    (known) =>
      !known.withdrawn &&
      known.channel === channel &&
      known.direction === direction &&
      known.reached === reached &&
      known.topics.join() === topics.join() &&
      state.case.contacts[known.id]?.on === on &&
      state.notes[known.id]?.note === note,
  );
  if (same) return [];
  const plain = {
    record: context.idFor('contact'),
    channel,
    direction,
    reached,
    ...(topics.length > 0 && { topics }),
  };
  return [
    {
      type: 'ContactRecorded',
      plain,
      case: { on },
      ...(note !== undefined && { notes: { note } }),
      occurredOn: on,
    },
  ];
}
