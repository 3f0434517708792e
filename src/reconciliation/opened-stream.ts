import type { RecordedStaffMailEvent } from '../../domain/staff-mail/events.js';
import type { Instant } from '../../domain/time.js';
import type { Clock } from '../clock/clock.js';
import type { MasterSecrets } from '../event-store/seal/master-secrets.js';
import { unwrapKeys, type ParticipantKeys } from '../event-store/seal/participant-keys.js';
import { accountEventFromStored, fromStored } from '../event-store/stored-event.js';
import { rebuildFrom, type RebuiltJourney } from '../journeys/rebuild-journey.js';
import type { Programmes } from '../programmes/programmes.js';
import type { StoredStream } from './stored-stream.js';

/** What checks may know beside what is stored. */
export interface CheckContext {
  clock: Pick<Clock, 'toTemporal'>;
  secrets: MasterSecrets;
  programmes: Programmes;
  generation: number;
  /** Lotse's clock at the reading. */
  now: Instant;
}

/** What is stored, and what the log alone says where it could be opened. */
export interface OpenedStream extends StoredStream {
  journey?: RebuiltJourney & { keys: ParticipantKeys };
  mails?: RecordedStaffMailEvent[];
}

/** Opens a stream's events and folds them. One that can't be opened stays as it is: a check says so. */
export function opened(
  stream: StoredStream,
  { secrets, programmes, generation }: CheckContext,
): OpenedStream {
  const { id, type, events, keys: wrapped } = stream;
  if (events.length === 0) return stream;
  try {
    if (type === 'account') return { ...stream, mails: events.map(accountEventFromStored) };
    const keys = unwrapKeys(secrets.wrapping, events[0]?.ownerId ?? '', wrapped);
    const loaded = { events: events.map((event) => fromStored(event, keys)), keys };
    return { ...stream, journey: { ...rebuildFrom(secrets, programmes, generation, id, loaded), keys } };
  } catch {
    return stream;
  }
}
