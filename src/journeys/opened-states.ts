import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { JourneyState } from '../../domain/journey/state.js';
import { PLATFORM, type Platform } from '../platform.js';
import { openStoredState, storedStateColumns, type StoredState } from './loaded-journey.js';
import { ShortMemory } from './short-memory.js';

/** A row of a list that is to show a journey: which one, and in which state. */
export interface RowOfJourney {
  journey: string;
  stateTag: string;
}

/**
 * Changes with every event of `rm.journey j`, with the fold, and when one of the person's keys is made or destroyed: what
 * was opened before that is not shown any more.
 */
export const tagOfJourney = `concat_ws('/', j.stream_version, j.fold_version,
    (SELECT count(*) || '-' || count(k.wrapped) FROM es.participant_key k WHERE k.participant_id = j.participant_id))`;

/** The columns of `rm.journey j` for RowOfJourney. */
export const rowOfJourneyColumns = `j.id AS journey, ${tagOfJourney} AS "stateTag"`;

/** So many journeys are on the pages that people have open just now; each takes some 60 KB. */
const mostKnown = 300;

/**
 * States of journeys that lists show. What was opened a moment ago is not opened again: a page is asked for over and
 * over, and opening is most of what it costs. Nobody may change what is given out.
 */
@Injectable()
export class OpenedStates implements OnApplicationShutdown {
  private readonly known = new ShortMemory<JourneyState>(mostKnown);

  constructor(@Inject(PLATFORM) private readonly platform: Pick<Platform, 'sql' | 'secrets'>) {}

  onApplicationShutdown(): void {
    this.known.end();
  }

  /**
   * The states of these rows' journeys, by id. One that has changed since the row was read comes as it is now.
   * @param isPassing whether it is a page that nobody comes back to: what is opened for it alone need not be held
   */
  async of(rows: readonly RowOfJourney[], isPassing = false): Promise<ReadonlyMap<string, JourneyState>> {
    const states = new Map<string, JourneyState>();
    const missing = new Set<string>();
    for (const { journey, stateTag } of rows) {
      const known = this.known.get(journey, stateTag);
      if (known) states.set(journey, known);
      else missing.add(journey);
    }
    for (const { journey, tag, state } of await this.open([...missing])) {
      states.set(journey, state);
      if (!isPassing) this.known.keep(journey, tag, state);
    }
    return states;
  }

  private async open(ids: readonly string[]) {
    if (ids.length === 0) return [];
    const { sql, secrets } = this.platform;
    const { rows } = await sql.query<StoredState & RowOfJourney>({
      name: 'opened-states',
      text: `SELECT ${rowOfJourneyColumns}, ${storedStateColumns} FROM rm.journey j WHERE j.id = ANY ($1::uuid[])`,
      values: [ids],
    });
    return Promise.all(
      rows.map(async ({ journey, stateTag: tag, ...row }) => {
        const { state } = await openStoredState(sql, secrets.wrapping, row);
        return { journey, tag, state };
      }),
    );
  }
}
