import { Inject, Injectable } from '@nestjs/common';
import type { Today } from '../../contract/pages/today.js';
import { atBerlin } from '../../domain/deadlines/berlin.js';
import type { RecordedEvent } from '../../domain/journey/events.js';
import type { JourneyState } from '../../domain/journey/state.js';
import type { Day } from '../../domain/time.js';
import { fromStored, storedEventColumns, type StoredEvent } from '../event-store/stored-event.js';
import { fullScopeOf, seenInFull } from '../journeys/full-scope.js';
import type { Reader } from '../journeys/journey-reader.js';
import { openStoredState, storedStateColumns, type StoredState } from '../journeys/loaded-journey.js';
import { eventText } from '../journeys/views/event-text.js';
import { journeyRefOf } from '../journeys/views/view-context.js';
import { PLATFORM, type Platform } from '../platform.js';

type Done = Today['done'];

/** An import may record hundreds of things under one name; a day's work is less. */
const atMost = 200;

/** What an account has recorded on a day. */
@Injectable()
export class DoneToday {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  /**
   * The acts of the reader on that day, the last first, in journeys that she still sees in full; what was withdrawn
   * again is left out, and so is its withdrawal.
   * @param journey only those in it
   */
  async of({ account, language }: Reader, day: Day, journey?: string): Promise<Done> {
    const { sql, secrets, programmes } = this.platform;
    const { rows: events } = await sql.query<StoredEvent>({
      name: 'done-today',
      // by journeys in which anything happened today: the log itself is not ordered by actor
      text: `SELECT ${storedEventColumns}
               FROM rm.journey j JOIN es.event e ON e.stream_id = j.id
              WHERE ${seenInFull} AND j.recorded_at >= $3 AND ($5::uuid IS NULL OR j.id = $5)
                AND e.recorded_at >= $3 AND e.actor->>'id' = $4
              ORDER BY e.recorded_at DESC, e.version DESC LIMIT ${atMost}`,
      values: [...fullScopeOf(account), atBerlin(day, 0), account.id, journey ?? null],
    });
    if (events.length === 0) return [];
    const { rows } = await sql.query<StoredState & { id: string }>({
      name: 'journeys-of-done',
      text: `SELECT j.id, ${storedStateColumns} FROM rm.journey j WHERE j.id = ANY($1::uuid[])`,
      values: [[...new Set(events.map(({ streamId }) => streamId))]],
    });
    const opened = await Promise.all(
      rows.map(async (row) => [row.id, await openStoredState(sql, secrets.wrapping, row)] as const),
    );
    const journeys = new Map(opened);
    return events.flatMap((stored) => {
      const found = journeys.get(stored.streamId);
      const event = found && fromStored(stored, found.keys);
      if (!event || isTakenBack(event, found.state)) return [];
      const text = eventText(event, programmes.of(found.state.plain.programme), language);
      return [{ at: event.recordedAt, text, journey: journeyRefOf(found.state) }];
    });
  }
}

/** Whether a record does not stand any more, or an event says so of another one. */
function isTakenBack(event: RecordedEvent, { plain }: JourneyState): boolean {
  if (event.type === 'ConsentWithdrawn') return false;
  if (event.type.endsWith('Withdrawn') || event.type === 'TaskReopened') return true;
  if (event.type === 'TaskDone') {
    return plain.tasks.some(({ id, state }) => id === event.plain.task && state === 'open');
  }
  if (event.type === 'FlagSnoozed') {
    const flag = plain.flags.find(({ id }) => id === event.plain.flag);
    const times = [flag?.snoozedAt, ...(flag?.snoozedBefore ?? []).map(({ at }) => at)];
    return flag !== undefined && !times.includes(event.recordedAt);
  }
  if (event.type === 'ModuleChanged') {
    return !plain.modules.some(({ states }) => states.some((state) => state.event === event.id));
  }
  const records = [...plain.documents, ...plain.milestones, ...plain.contacts, ...plain.renewals];
  return records.some((record) => record.event === event.id && record.withdrawn === true);
}
