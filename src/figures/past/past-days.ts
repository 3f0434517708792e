import { setImmediate as breathe } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import type { Day } from '../../../domain/time.js';
import { PLATFORM, type Platform } from '../../platform.js';
import type { Moment } from '../moment.js';
import { addRowsOfDay, momentOf, noRows } from './rows-of-day.js';

/** A past day as far as it has been reckoned. */
export interface Reckoning {
  /** Journeys. */
  done: number;
  of: number;
  /** The day, as soon as all of them are. Rejects where that failed. */
  moment: Promise<Moment>;
}

/** So many journeys are folded before others have their turn: some ten milliseconds. */
const atOnce = 5;

/** So many days are kept; the one that was begun first makes room. */
const mostDays = 4;

/** A day is reckoned anew after so long: meanwhile somebody may have been erased. */
const keptMs = 10 * 60_000;

/**
 * Past days, reckoned from the log when somebody asks for one, for all who ask. In memory only: nothing is kept of a past
 * that the log does not say any more.
 */
@Injectable()
export class PastDays {
  private readonly days = new Map<Day, Reckoning & { since: number }>();

  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  /** The day, being reckoned or there already. */
  get(day: Day): Reckoning {
    const known = this.days.get(day);
    if (known && performance.now() - known.since < keptMs) return known;
    this.days.delete(day);
    const [oldest] = this.days.keys();
    if (this.days.size >= mostDays && oldest !== undefined) this.days.delete(oldest);
    const begun = this.begin(day);
    this.days.set(day, begun);
    return begun;
  }

  private begin(day: Day): Reckoning & { since: number } {
    const progress = { done: 0, of: 0, since: performance.now() };
    const moment = this.reckon(day, progress);
    const reckoning = Object.assign(progress, { moment });
    // told to whoever waits for it, and tried again by the next who asks
    moment.catch(() => this.days.get(day) === reckoning && this.days.delete(day));
    return reckoning;
  }

  private async reckon(day: Day, progress: { done: number; of: number }): Promise<Moment> {
    const { rows: journeys } = await this.platform.sql.query<{ id: string }>('SELECT id FROM rm.journey');
    progress.of = journeys.length;
    const rows = noRows();
    for (let from = 0; from < journeys.length; from += atOnce) {
      const ids = journeys.slice(from, from + atOnce).map(({ id }) => id);
      await addRowsOfDay(this.platform, day, ids, rows);
      progress.done += ids.length;
      await breathe();
    }
    return momentOf(day, rows);
  }
}
