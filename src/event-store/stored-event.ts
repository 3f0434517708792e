import type { RecordedEvent } from '../../domain/journey/events.js';
import type { RecordedStaffMailEvent, StaffMailEvent } from '../../domain/staff-mail/events.js';
import type { Instant } from '../../domain/time.js';
import type { ParticipantKeys } from './seal/participant-keys.js';
import { openParts, sealParts, type SealedParts } from './seal/parts.js';
import { upcast } from './upcast.js';

/** An event as the table holds it, columns in camel case. */
export interface StoredEvent {
  streamId: string;
  version: number;
  eventId: string;
  type: string;
  schemaVersion: number;
  data: unknown;
  sealed: SealedParts;
  ownerId: string | null;
  actor: RecordedEvent['actor'];
  commandId: string;
  correlationId: string;
  causationId: string;
  occurredAt: Instant;
  recordedAt: Instant;
}

/** The columns of `es.event` under the names of StoredEvent, for a SELECT from `e`. */
export const storedEventColumns = `
  e.stream_id AS "streamId", e.version, e.event_id AS "eventId", e.type, e.schema_version AS "schemaVersion", e.data,
  e.sealed, e.owner_id AS "ownerId", e.actor, e.command_id AS "commandId", e.correlation_id AS "correlationId",
  e.causation_id AS "causationId", e.occurred_at AS "occurredAt", e.recorded_at AS "recordedAt"`;

/** What the append function takes for one event: plain data, and one sealed part per retention class. */
export function toAppend(event: RecordedEvent, participant: string, keys: ParticipantKeys): object {
  const { case: own, status, contact, notes } = event;
  return {
    id: event.id,
    type: event.type,
    schemaVersion: event.schemaVersion,
    data: event.plain,
    sealed: sealParts(keys, participant, { case: own, status, contact, notes }),
    actor: event.actor,
    commandId: event.commandId,
    correlationId: event.correlationId,
    causationId: event.causationId,
    occurredAt: event.occurredAt,
    // read where a past is appended at once; else the store knows the instant by itself
    recordedAt: event.recordedAt,
  };
}

/** What the append function takes for one event of an account: codes only, nothing is sealed. */
export const accountEventToAppend = ({
  plain: data,
  ...event
}: Omit<RecordedStaffMailEvent, 'version'>): object => ({ ...event, data });

/** A stored event of an account for the domain, in today's schema. */
export function accountEventFromStored(stored: StoredEvent): RecordedStaffMailEvent {
  const { type, schemaVersion, data: plain, eventId: id, version, commandId, correlationId } = stored;
  const { causationId, actor, occurredAt, recordedAt } = stored;
  const ids = { id, version, commandId, correlationId, causationId };
  return { ...upcast<StaffMailEvent>({ type, schemaVersion, plain }), ...ids, actor, occurredAt, recordedAt };
}

/** Opens a stored event for the domain, in today's schema; parts whose key is gone are absent and named in `erased`. */
export function fromStored(stored: StoredEvent, keys: ParticipantKeys): RecordedEvent {
  const { parts, erased } = openParts(keys, stored.ownerId ?? '', stored.sealed);
  const { type, schemaVersion, data: plain } = stored;
  return {
    ...upcast({ type, schemaVersion, plain, ...parts }),
    id: stored.eventId,
    version: stored.version,
    commandId: stored.commandId,
    correlationId: stored.correlationId,
    causationId: stored.causationId,
    actor: stored.actor,
    occurredAt: stored.occurredAt,
    recordedAt: stored.recordedAt,
    erased,
  };
}
