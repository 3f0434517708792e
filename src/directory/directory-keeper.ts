import { setImmediate as nextTurn } from 'node:timers/promises';
import { halvesOfIds } from '../database/id-range.js';
import type { Sql } from '../database/sql.js';
import { checkpointNow, type Checkpoint } from '../event-store/checkpoint.js';
import { follow } from '../event-store/follow.js';
import { changesSince } from './feed.js';
import type { NameDirectory } from './name-directory.js';
import { openEntries } from './open-entries.js';
import { Reached } from './reached.js';
import { readInThread, type Reading } from './reading-thread.js';
import { rowsOf } from './sealed-rows.js';

/** What keeping a directory takes. */
export interface KeeperParts {
  sql: Sql;
  /** Of the same database, for the connections that fill. */
  databaseUrl: string;
  /** The key that wraps the participants' keys. */
  wrapping: Buffer;
  /** Told once for each failure that is not over yet; the keeper goes on by itself. */
  tell(error: unknown): void;
}

/** A change by another process is found within this time, when no transaction holds the feed back. */
const idleMs = 150;

/** Fills a directory from the journeys' rows, and keeps it current by the tail of the log. */
export class DirectoryKeeper {
  private readonly stopping = new AbortController();
  private ended: Promise<void> | undefined;
  private at: Checkpoint | undefined;
  /** Everybody's name is in the directory. */
  readonly named = new Reached();
  /** So is everything else that it holds. */
  readonly complete = new Reached();

  constructor(
    private readonly directory: NameDirectory,
    private readonly parts: KeeperParts,
  ) {}

  /** Starts unless it was started already. */
  start(): void {
    this.ended ??= follow({
      step: () => this.step(),
      idleMs,
      tell: (error) => this.parts.tell(error),
      signal: this.stopping.signal,
    });
  }

  /** Stops, and forgets everybody. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.ended;
    this.directory.clear();
  }

  /** Reads these journeys again, as they are now: what this process has just recorded need not wait for the feed. */
  async refresh(journeys: readonly string[]): Promise<void> {
    if (journeys.length === 0) return;
    const { sql, wrapping } = this.parts;
    this.directory.put(openEntries(await rowsOf(sql, journeys), wrapping));
  }

  /** Fills, then reads the tail on by one page. @returns whether there is more to read at once */
  private async step(): Promise<boolean> {
    // taken before the rows are read: what changes meanwhile comes again by the feed
    this.at ??= await checkpointNow(this.parts.sql);
    await this.fill();
    const { journeys, at, more } = await changesSince(this.parts.sql, this.at);
    await this.refresh(journeys);
    this.at = at;
    return more;
  }

  /** Names first: whoever looks for somebody does not wait for the languages. */
  private async fill(): Promise<void> {
    const { directory, named, complete } = this;
    if (!named.isReached) {
      await this.readAll({ what: 'names', take: (entries) => directory.put(entries) });
      directory.settle('name');
      named.reach();
      await nextTurn(); // whoever has waited for a name is answered before the other order is made
      directory.settle();
    }
    if (complete.isReached) return;
    await this.readAll({ what: 'languages', take: (languages) => directory.speak(languages) });
    complete.reach();
    for (const _ of directory.preparing()) {
      if (this.stopping.signal.aborted) return;
      await nextTurn();
    }
  }

  private async readAll(reading: Reading): Promise<void> {
    const { databaseUrl, wrapping } = this.parts;
    const ended = new AbortController();
    const signal = AbortSignal.any([this.stopping.signal, ended.signal]);
    try {
      await Promise.all(
        halvesOfIds.map((range) => readInThread({ databaseUrl, wrapping, range }, reading, signal)),
      );
    } finally {
      ended.abort(); // where one has failed the other does not go on behind everybody's back
    }
  }
}
