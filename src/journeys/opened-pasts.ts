import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { RecordedEvent } from '../../domain/journey/events.js';
import { PLATFORM, type Platform } from '../platform.js';
import { loadEvents } from './loaded-journey.js';
import { tagOfJourney } from './opened-states.js';
import { ShortMemory } from './short-memory.js';

/** So many people look back at once; a thousand events take some 2 MB. */
const mostKnown = 12;

/**
 * What has happened in journeys that somebody walks back through. One step is one request, and opening the events is most
 * of what it costs: those of a moment ago are not opened again. Nobody may change what is given out.
 */
@Injectable()
export class OpenedPasts implements OnApplicationShutdown {
  private readonly known = new ShortMemory<readonly RecordedEvent[]>(mostKnown);

  constructor(@Inject(PLATFORM) private readonly platform: Pick<Platform, 'sql' | 'secrets'>) {}

  onApplicationShutdown(): void {
    this.known.end();
  }

  /** All events of a journey, in order. */
  async of(journey: string): Promise<readonly RecordedEvent[]> {
    const { sql, secrets } = this.platform;
    const { rows } = await sql.query<{ tag: string }>({
      name: 'tag-of-journey',
      text: `SELECT ${tagOfJourney} AS tag FROM rm.journey j WHERE j.id = $1`,
      values: [journey],
    });
    const tag = rows[0]?.tag ?? '';
    const known = this.known.get(journey, tag);
    if (known) return known;
    const { events } = await loadEvents(sql, secrets.wrapping, journey);
    this.known.keep(journey, tag, events);
    return events;
  }
}
