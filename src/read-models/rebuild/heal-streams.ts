import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import type { Sql } from '../../database/sql.js';
import type { Change, Head, Healing, PageOfStreams, Why } from './healing.js';
import { inTransaction, isDeadlock, isInTheWay, lockStreams } from './transaction.js';

/** What became of streams. */
export interface Healed {
  /** How many events were folded. */
  events: number;
  /** How many rows were made right, by read model. */
  rows: Record<string, number>;
  /** Streams whose rows could not be made from their log, and why; their rows are as they were. */
  failed: Map<string, Why>;
}

/** So often a stream is tried that is being written, or whose row a relay holds just now. */
const tries = 20;
const pauseMs = 50;

/** What was written of streams whose locks are held, and who is left for another try. */
interface Written {
  changes: readonly Change[];
  left: readonly string[];
}

/** Heals the rows of one kind of stream, some streams at a time. */
export class StreamHealer<Page extends PageOfStreams, Wanted extends Change> {
  /** What became of all of them so far. */
  readonly healed: Healed = { events: 0, rows: {}, failed: new Map() };

  constructor(
    private readonly pool: pg.Pool,
    private readonly healing: Healing<Page, Wanted>,
  ) {}

  /** Finds streams, and reads their log and the rows that stand, all as of one instant. */
  read(find: (sql: Sql) => Promise<Head[]>): Promise<Page> {
    return inTransaction(this.pool, 'ISOLATION LEVEL REPEATABLE READ READ ONLY', async (sql) =>
      this.healing.read(sql, await find(sql)),
    );
  }

  /**
   * Compares what was read, and makes right what is wrong. Nobody waits while it folds: a stream is locked when its
   * rows are to be written, and they are only if it has not grown since. One that has is folded under its lock.
   */
  async heal(page: Page): Promise<void> {
    const { changes, failed, events } = this.healing.compare(page);
    this.healed.events += events;
    this.note(failed);
    if (changes.length === 0) return;
    const ids = changes.map(({ id }) => id);
    const left = await this.underLock(ids, async (sql, heads) => {
      const versions = new Map(heads.map(({ id, version }) => [id, version]));
      const grown = changes.filter(({ id, version }) => versions.get(id) !== version);
      const same = changes.filter((change) => !grown.includes(change));
      const written = await this.write(sql, same);
      return { ...written, left: [...written.left, ...grown.map(({ id }) => id)] };
    });
    await this.healUnderLock(left);
  }

  /** Folds these streams together under their locks, as often as it takes; whoever appends to them waits for it. */
  async healUnderLock(ids: readonly string[]): Promise<void> {
    let left = ids;
    for (let attempt = 0; left.length > 0 && attempt < tries; attempt += 1) {
      if (attempt > 0) await wait(pauseMs);
      left = await this.underLock(left, async (sql, heads) => {
        const { changes, failed } = this.healing.compare(await this.healing.read(sql, heads));
        this.note(failed);
        return this.write(sql, changes);
      });
    }
    this.note(left.map((id) => ({ id, why: 'busy' })));
  }

  /** Tries those once more together whose rows were in each other's way. */
  async healBlocked(): Promise<void> {
    const { failed } = this.healed;
    const blocked = [...failed].filter(([, why]) => why === 'in-the-way').map(([id]) => id);
    for (const id of blocked) failed.delete(id);
    await this.healUnderLock(blocked);
  }

  private note(failed: readonly { id: string; why: Why }[]): void {
    for (const { id, why } of failed) this.healed.failed.set(id, why);
  }

  private async write(sql: Sql, changes: readonly Wanted[]): Promise<Written> {
    if (changes.length === 0) return { changes, left: [] };
    const left = await this.healing.write(sql, changes);
    return { changes: changes.filter(({ id }) => !left.includes(id)), left };
  }

  /** Some work in a transaction that holds these streams' locks. Gives who is left for another try. */
  private async underLock(
    ids: readonly string[],
    work: (sql: Sql, heads: Head[]) => Promise<Written>,
  ): Promise<readonly string[]> {
    try {
      const { changes, left } = await inTransaction(this.pool, '', async (sql) =>
        work(sql, await lockStreams(sql, ids)),
      );
      for (const { wrong } of changes) {
        for (const [name, count] of Object.entries(wrong)) {
          this.healed.rows[name] = (this.healed.rows[name] ?? 0) + count;
        }
      }
      return left;
    } catch (error) {
      if (isDeadlock(error)) return ids;
      if (!isInTheWay(error)) throw error;
      if (ids.length === 1) this.note(ids.map((id) => ({ id, why: 'in-the-way' })));
      else for (const id of ids) await this.healUnderLock([id]);
      return [];
    }
  }
}
