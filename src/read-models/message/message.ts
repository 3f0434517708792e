import type { Agenda } from '../../../domain/deadlines/agenda.js';
import type { JourneyState } from '../../../domain/journey/state.js';
import type { Instant } from '../../../domain/time.js';
import { messageId } from '../../journeys/views/message-view.js';
import type { InlineReadModel } from '../inline-read-model.js';

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
  rowsOf: (state) => [state.case.agenda, state.status.agenda].flatMap((agenda) => rowsIn(agenda, state)),
  write: `
    message_gone AS (
      DELETE FROM rm.message m USING appended
       WHERE m.journey_id = $stream AND NOT m.id IN (SELECT (r->>'id')::uuid FROM jsonb_array_elements($rows) r)),
    message_written AS (
      INSERT INTO rm.message AS m
      SELECT r.* FROM appended, jsonb_populate_recordset(NULL::rm.message, $rows) r
      ON CONFLICT (id) DO UPDATE SET planned_for = excluded.planned_for, state = excluded.state
       WHERE (m.planned_for, m.state) IS DISTINCT FROM (excluded.planned_for, excluded.state))`,
};

function rowsIn({ items, past }: Agenda, { plain }: JourneyState): MessageRow[] {
  const ahead = Object.values(items).map((item) => ({ item, otherwise: 'planned' }));
  const over = Object.values(past).map((item) => ({ item, otherwise: 'cancelled' }));
  return [...ahead, ...over]
    .filter(({ item: { act } }) => act === 'remind' || act === 'notify')
    .map(({ item: { key, to = 'participant', at }, otherwise }) => ({
      id: messageId(key),
      journey_id: plain.journey,
      recipient: to,
      planned_for: at,
      state: plain.messages[key]?.state ?? (plain.notices[key] ? 'queued' : otherwise),
    }));
}
