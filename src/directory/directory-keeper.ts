import { setTimeout as wait } from 'node:timers/promises';
import type { Sql } from '../database/sql.js';
import { checkpointNow, type Checkpoint } from '../event-store/checkpoint.js';
import { follow } from '../event-store/follow.js';
import { changesSince } from './feed.js';
import type { NameDirectory } from './name-directory.js';
import { openEntries, type SealedRow } from './open-entries.js';
import { OpeningThread } from './opening-thread.js';
import { rowsAfter, rowsOf } from './sealed-rows.js';

/** What keeping a directory takes. */
export interface KeeperParts {
  sql: Sql;
  /** The key that wraps the participants' keys. */
  wrapping: Buffer;
  /** Told once for each failure that is not over yet; the keeper goes on by itself. */
  tell(error: unknown): void;
}

/** Some 5 ms of taking in on the thread that answers requests. */
const pageSize = 2000;
/** Two cores are what Lotse counts with; the API itself has nothing to do as long as nobody can look for a name. */
const openingThreads = 2;
/** A change by another process is found within this time, when no transaction holds the feed back. */
const idleMs = 150;
const beforeEveryId = '00000000-0000-0000-0000-000000000000';

/** Fills a directory from the journeys' rows, and keeps it current by the tail of the log. */
export class DirectoryKeeper {
  private readonly stopping = new AbortController();
  private ended: Promise<void> = Promise.resolve();
  private at: Checkpoint | undefined;
  /** Whether everybody is in the directory. */
  isFilled = false;
  private announce: () => void = () => undefined;
  private readonly filled = new Promise<void>((resolve) => {
    this.announce = resolve;
  });

  constructor(
    private readonly directory: NameDirectory,
    private readonly parts: KeeperParts,
  ) {}

  start(): void {
    this.ended = follow({
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

  /** Whether everybody is in the directory, waiting so long for it. @param patienceMs in milliseconds */
  async ready(patienceMs: number): Promise<boolean> {
    if (this.isFilled) return true;
    const patience = new AbortController();
    const late = wait(patienceMs, undefined, { signal: patience.signal }).catch(() => undefined);
    await Promise.race([this.filled, late]);
    patience.abort();
    return this.isFilled;
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
    if (!this.isFilled) await this.fill();
    const { journeys, at, more } = await changesSince(this.parts.sql, this.at);
    await this.refresh(journeys);
    this.at = at;
    return more;
  }

  private async fill(): Promise<void> {
    const { sql, wrapping } = this.parts;
    const { signal } = this.stopping;
    const threads = Array.from({ length: openingThreads }, () => new OpeningThread(wrapping));
    try {
      let after: string | undefined = beforeEveryId;
      const opening: Promise<void>[] = [];
      for (let page = 0; after !== undefined; page += 1) {
        signal.throwIfAborted();
        const rows: SealedRow[] = await rowsAfter(sql, after, pageSize);
        after = rows.at(-1)?.id;
        const thread = threads[page % threads.length];
        // each thread has one page, and the next one is fetched meanwhile
        await opening[page - threads.length];
        if (thread && rows.length > 0) {
          const opened = thread.open(rows, signal).then((entries) => this.directory.put(entries));
          opened.catch(() => undefined); // whoever waits for it hears of it
          opening.push(opened);
        }
      }
      await Promise.all(opening);
      this.directory.settle();
    } finally {
      await Promise.all(threads.map((thread) => thread.end()));
    }
    this.isFilled = true;
    this.announce();
  }
}
