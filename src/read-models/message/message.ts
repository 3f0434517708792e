import type { Agenda } from '../../../domain/deadlines/agenda.js';
import type { JourneyState } from '../../../domain/journey/state.js';
import type { Instant } from '../../../domain/time.js';
import { messageState } from '../../../domain/messages/message-state.js';
import { namedId } from '../../named-id.js';
import { idNamespace } from '../../programmes/programmes.js';
import type { InlineReadModel } from '../inline-read-model.js';

/** Keys tell nothing, so they may stay in memory: enough for the journeys that are answered just now. */
const known = new Map<string, string>();
const mostKnown = 20_000;

/** The id of a message: its key is no UUID. Asked for each message of a journey, when it is written and when it is shown. */
export function messageId(key: string): string {
  const before = known.get(key);
  if (before !== undefined) return before;
  const id = namedId(key, idNamespace);
  if (known.size >= mostKnown) known.clear(); // not one by one: a Map that loses its first entries is slow to find the next
  known.set(key, id);
  return id;
}

/** A message across journeys, to the participant or to staff: when, to whom, how far; nothing of a person. */
export interface MessageRow {
  id: string;
  journey_id: string;
  recipient: string;
  planned_for: Instant;
  /** As far as the journey itself knows: what became of a notice to staff stands in its mail. */
  state: string;
}

/** Every message of every journey, those that will not be sent too. */
export const messageReadModel: InlineReadModel<MessageRow> = {
  name: 'message',
  key: 'id',
  rowsOf: (state) => [state.case.agenda, state.status.agenda].flatMap((agenda) => rowsIn(agenda, state)),
  changing: ['planned_for', 'state'],
};

function rowsIn({ items, past }: Agenda, { plain }: JourneyState): MessageRow[] {
  const ahead = Object.values(items).map((item) => ({ item, isAhead: true }));
  const over = Object.values(past).map((item) => ({ item, isAhead: false }));
  return [...ahead, ...over]
    .filter(({ item: { act } }) => act === 'remind' || act === 'notify')
    .map(({ item, isAhead }) => ({
      id: messageId(item.key),
      journey_id: plain.journey,
      recipient: item.to ?? 'participant',
      planned_for: item.at,
      state: plain.notices[item.key] ? 'queued' : messageState(plain.messages[item.key], item, isAhead),
    }));
}
