import type { Sql } from '../database/sql.js';
import { checkpointNow, type Checkpoint } from '../event-store/checkpoint.js';
import { follow } from '../event-store/follow.js';
import { happeningsOf, type Happening } from './happenings.js';
import { linesAfter } from './lines.js';
import type { LooksDifferent } from './told.js';

/** What the log said next. */
export interface Batch {
  happenings: readonly Happening[];
  /** How far the log has been read. */
  to: Checkpoint;
  /** Shared by all who listen. */
  looksDifferent: LooksDifferent;
}

export interface Listener {
  hear(batch: Batch): void;
}

/** What a tail needs. */
export interface TailParts {
  sql: Sql;
  /** Compares for one batch. */
  comparing(): LooksDifferent;
  /** Between two looks into the log. */
  pollMs: number;
  /** Told once for each failure that is not over yet; the tail goes on by itself. */
  tell(error: unknown): void;
}

interface Running {
  stopping: AbortController;
  ended: Promise<void>;
}

const pageSize = 1000;

/**
 * The end of the log, read once for all who listen in this process, and only as long as somebody does. It asks; nobody
 * calls it: a NOTIFY in the append would take a lock over the whole cluster at each commit.
 */
export class Tail {
  private readonly listeners = new Set<Listener>();
  private running: Running | undefined;

  constructor(private readonly parts: TailParts) {}

  /**
   * Lets a listener hear everything that is committed from now on, and perhaps a little of before.
   * @returns the place of this moment
   * @throws what the database does, when it is away; then the listener has left again
   */
  async join(listener: Listener): Promise<Checkpoint> {
    this.listeners.add(listener);
    try {
      // a tail that begins now begins here: what lies before was committed before anybody is answered
      const now = await checkpointNow(this.parts.sql);
      if (this.listeners.has(listener)) this.running ??= this.run(now);
      return now;
    } catch (error) {
      this.leave(listener);
      throw error;
    }
  }

  leave(listener: Listener): void {
    this.listeners.delete(listener);
    if (this.listeners.size === 0) void this.stop();
  }

  /** Stops reading; resolves when the last look is over. */
  async stop(): Promise<void> {
    const { running } = this;
    this.running = undefined;
    running?.stopping.abort();
    await running?.ended;
  }

  private run(from: Checkpoint): Running {
    const stopping = new AbortController();
    const { signal } = stopping;
    const { pollMs: idleMs, tell } = this.parts;
    let place = from;
    const step = async (): Promise<boolean> => {
      const batch = await this.next(place);
      if (!batch || signal.aborted) return false;
      place = batch.to;
      for (const listener of this.listeners) listener.hear(batch);
      return batch.isFull;
    };
    return { stopping, ended: follow({ step, idleMs, tell, signal }) };
  }

  private async next(place: Checkpoint): Promise<(Batch & { isFull: boolean }) | undefined> {
    const lines = await linesAfter(this.parts.sql, place, pageSize);
    const last = lines.at(-1);
    if (!last) return undefined;
    const { epoch, xid, position } = last;
    return {
      happenings: await happeningsOf(this.parts.sql, lines),
      to: { epoch, xid, position },
      looksDifferent: this.parts.comparing(),
      isFull: lines.length === pageSize,
    };
  }
}
