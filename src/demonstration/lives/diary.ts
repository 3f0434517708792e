import { atBerlin } from '../../../domain/deadlines/berlin.js';
import type { Calendar } from '../../../domain/deadlines/calendar.js';
import { addDays } from '../../../domain/deadlines/day-arithmetic.js';
import { later } from '../../../domain/deadlines/windows.js';
import type { Command } from '../../../domain/journey/commands/index.js';
import type { JourneyState } from '../../../domain/journey/state.js';
import type { Day, Instant } from '../../../domain/time.js';
import type { Random } from '../cast/random.js';

/** What somebody records at an instant: commands that may depend on what stands there by then. */
export interface Entry {
  at: Instant;
  record(on: Day, state: JourneyState): readonly Command[];
}

/** What is recorded: a command, or several, for the day on which it is. */
type Recorded = (on: Day, state: JourneyState) => Command | readonly Command[];

/** Where and when a diary is written. */
export interface Desk {
  today: Day;
  now: Instant;
  calendar: Calendar;
  random: Random;
}

/** The office hours in which things are recorded, in minutes of the day. */
const opens = 8 * 60;
const closes = 16 * 60 + 30;

/** What was recorded of one journey, day by day, told as "so many days ago". */
export class Diary {
  private readonly entries: Entry[] = [];
  private last: Instant = '';

  constructor(private readonly desk: Desk) {}

  get today(): Day {
    return this.desk.today;
  }

  /** The entries in their order. */
  get written(): readonly Entry[] {
    return this.entries.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  }

  /** The working day so many days ago, or the last one before it. */
  day(daysAgo: number): Day {
    let day = addDays(this.desk.today, -daysAgo);
    while (!this.desk.calendar.isOfficeDay(day)) day = addDays(day, -1);
    return day;
  }

  /** The first thing of all, before the office opens on that day. */
  first(daysAgo: number, record: Recorded): this {
    this.last = atBerlin(this.day(daysAgo), opens - 15);
    return this.write(this.last, record);
  }

  /** What follows on what was told before: never earlier than that. */
  then(daysAgo: number, record: Recorded): this {
    const at = this.instant(daysAgo);
    this.last = at > this.last ? at : later(this.last, 10 * 60);
    return this.write(this.last, record);
  }

  /** What happens beside that, whatever comes before and after it. */
  beside(daysAgo: number, record: Recorded): this {
    return this.write(this.instant(daysAgo), record);
  }

  /** What is recorded at this moment, as the last. */
  now(record: Recorded): this {
    return this.write(this.desk.now, record);
  }

  private write(at: Instant, record: Recorded): this {
    this.entries.push({ at, record: (on, state) => [record(on, state)].flat() });
    return this;
  }

  private instant(daysAgo: number): Instant {
    return atBerlin(this.day(daysAgo), this.desk.random.between(opens, closes));
  }
}
