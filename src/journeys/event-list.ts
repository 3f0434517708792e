import { Inject, Injectable } from '@nestjs/common';
import type { EventView } from '../../contract/journeys/event.js';
import { fromStored, storedEventColumns, type StoredEvent } from '../event-store/stored-event.js';
import { PLATFORM, type Platform } from '../platform.js';
import { ActorNames } from '../access/actor-names.js';
import { Coaches } from './coaches.js';
import type { Reader } from './journey-reader.js';
import { loadJourney } from './loaded-journey.js';
import { cursorAt, placeOf, type Page, type Paging } from './paging.js';
import { coachIn, eventView } from './views/event-view.js';

/** What has happened in a journey, in the order of its versions. */
@Injectable()
export class EventList {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    private readonly coaches: Coaches,
    private readonly names: ActorNames,
  ) {}

  async page(id: string, { limit, cursor }: Paging, reader: Reader): Promise<Page<EventView>> {
    const { sql, secrets, programmes } = this.platform;
    const after = placeOf(cursor, isVersion) ?? 0;
    const { rows } = await sql.query<StoredEvent>({
      name: 'list-events',
      text: `SELECT ${storedEventColumns} FROM es.event e
              WHERE e.stream_id = $1 AND e.version > $2 ORDER BY e.version LIMIT $3`,
      values: [id, after, limit + 1],
    });
    // loaded after the events: a key that was made for the newest of them is there
    const { state, keys } = await loadJourney(sql, secrets.wrapping, id);
    const events = rows.slice(0, limit).map((stored) => fromStored(stored, keys));
    const named = events.map(coachIn).filter((coach) => coach !== undefined);
    const emails = await this.coaches.emailsOf(named);
    const programme = programmes.of(state.plain.programme);
    const names = await this.names.of(events.map(({ actor }) => actor));
    const context = { role: reader.account.role, language: reader.language, programme, emails, names };
    const last = events.at(-1);
    return {
      items: events.map((event) => eventView(event, context)),
      nextCursor: last && rows.length > limit ? cursorAt(last.version) : null,
    };
  }
}

const isVersion = (value: unknown): value is number => Number.isInteger(value);
