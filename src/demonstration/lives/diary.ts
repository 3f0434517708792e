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
  private readonly main = this.strandFrom('');
  private end: Instant | undefined;

  constructor(private readonly desk: Desk) {}

  get today(): Day {
    return this.desk.today;
  }

  /** The entries in their order; of a journey that was closed none after that. */
  get written(): readonly Entry[] {
    return this.entries
      .filter(({ at }) => this.end === undefined || at <= this.end)
      .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  }

  /** The working day so many days ago, or the last one before it. */
  day(daysAgo: number): Day {
    let day = addDays(this.desk.today, -daysAgo);
    while (!this.desk.calendar.isOfficeDay(day)) day = addDays(day, -1);
    return day;
  }

  /** The first thing of all, before the office opens on that day. */
  first(daysAgo: number, record: Recorded): void {
    this.write(atBerlin(this.day(daysAgo), opens - 15), record);
  }

  /** What follows on what was told before: never earlier than that. */
  next(daysAgo: number, record: Recorded): this {
    this.main.next(daysAgo, record);
    return this;
  }

  /** As `next`, and the last thing that is told. */
  last(daysAgo: number, record: Recorded): void {
    this.end = this.main.next(daysAgo, record).at;
  }

  /** Something of its own beside that, in its own order, that rests on what was told so far. */
  strand(): Strand {
    return this.strandFrom(this.main.at);
  }

  /** A single thing beside that. */
  beside(daysAgo: number, record: Recorded): this {
    this.write(this.instant(daysAgo), record);
    return this;
  }

  /** What is recorded at this moment, as the last. */
  now(record: Recorded): void {
    this.write(this.desk.now, record);
  }

  private strandFrom(at: Instant): Strand {
    return new Strand(
      (instant, record) => this.write(instant, record),
      (daysAgo) => this.instant(daysAgo),
      at,
    );
  }

  private write(at: Instant, record: Recorded): void {
    this.entries.push({ at, record: (on, state) => [record(on, state)].flat() });
  }

  private instant(daysAgo: number): Instant {
    return atBerlin(this.day(daysAgo), this.desk.random.between(opens, closes));
  }
}

/** Things that follow on each other. */
export class Strand {
  /** @param at when the last one was recorded, or what it rests on */
  constructor(
    private readonly write: (at: Instant, record: Recorded) => void,
    private readonly instant: (daysAgo: number) => Instant,
    public at: Instant,
  ) {}

  next(daysAgo: number, record: Recorded): this {
    const at = this.instant(daysAgo);
    this.at = at > this.at ? at : later(this.at, 10 * 60);
    this.write(this.at, record);
    return this;
  }
}
