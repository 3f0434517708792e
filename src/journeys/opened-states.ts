import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { JourneyState } from '../../domain/journey/state.js';
import { PLATFORM, type Platform } from '../platform.js';
import { openStoredState, storedStateColumns, type StoredState } from './loaded-journey.js';

/** A row of a list that is to show a journey: which one, and in which state. */
export interface RowOfJourney {
  journey: string;
  stateTag: string;
}

/**
 * The columns of `rm.journey j` for RowOfJourney. The tag changes with every event, with the fold, and when one of the
 * person's keys is made or destroyed: what was opened before that is not shown any more.
 */
export const rowOfJourneyColumns = `
  j.id AS journey, concat_ws('/', j.stream_version, j.fold_version,
    (SELECT count(*) || '-' || count(k.wrapped) FROM es.participant_key k WHERE k.participant_id = j.participant_id)) AS "stateTag"`;

interface Known {
  tag: string;
  state: JourneyState;
  /** By the clock of `performance.now()`. */
  until: number;
}

/** So many journeys are on the pages that people have open just now; each takes some 60 KB. */
const mostKnown = 300;
const keptMs = 60_000;

/**
 * States of journeys that lists show. What was opened a moment ago is not opened again: a page is asked for over and
 * over, and opening is most of what it costs. Nobody may change what is given out.
 */
@Injectable()
export class OpenedStates implements OnApplicationShutdown {
  /** The one that was asked for last comes last. */
  private readonly known = new Map<string, Known>();
  /** Nobody's state stays because no page is asked for any more. */
  private readonly forgetting = setInterval(() => this.forgetBefore(performance.now()), keptMs).unref();

  constructor(@Inject(PLATFORM) private readonly platform: Pick<Platform, 'sql' | 'secrets'>) {}

  onApplicationShutdown(): void {
    clearInterval(this.forgetting);
    this.known.clear();
  }

  /** The states of these rows' journeys, by id. One that has changed since the row was read comes as it is now. */
  async of(rows: readonly RowOfJourney[]): Promise<ReadonlyMap<string, JourneyState>> {
    const now = performance.now();
    this.forgetBefore(now);
    const states = new Map<string, JourneyState>();
    const missing = new Set<string>();
    for (const { journey, stateTag } of rows) {
      const known = this.known.get(journey);
      if (known?.tag !== stateTag) missing.add(journey);
      else {
        states.set(journey, known.state);
        this.keep(journey, { ...known, until: now + keptMs });
      }
    }
    for (const { journey, tag, state } of await this.open([...missing])) {
      states.set(journey, state);
      this.keep(journey, { tag, state, until: now + keptMs });
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

  private keep(journey: string, known: Known): void {
    this.known.delete(journey);
    this.known.set(journey, known);
    const [longestUnasked] = this.known.keys();
    if (this.known.size > mostKnown && longestUnasked !== undefined) this.known.delete(longestUnasked);
  }

  /** Nothing is held of people whom nobody looks at any more. */
  private forgetBefore(now: number): void {
    for (const [journey, { until }] of this.known) if (until <= now) this.known.delete(journey);
  }
}
