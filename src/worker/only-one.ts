import type pg from 'pg';

/**
 * A work that one process of several does, until it ends: then another one takes it up. Held by a connection of its own,
 * which the database ends with the process. Whoever loses the connection learns of it with the next question, so two may
 * be at it for a moment: the work itself has to bear that.
 */
export class OnlyOne {
  private session: pg.PoolClient | undefined;

  /** @param lock any number that nobody else uses in this database */
  constructor(
    private readonly pool: pg.Pool,
    private readonly lock: number,
  ) {}

  /** Whether this process is the one; it becomes it where nobody is. */
  async isMe(): Promise<boolean> {
    if (this.session) return true;
    const session = await this.pool.connect();
    try {
      const { rows } = await session.query<{ mine: boolean }>('SELECT pg_try_advisory_lock($1) AS mine', [
        this.lock,
      ]);
      if (rows[0]?.mine === true) this.keep(session);
      else session.release();
    } catch (error) {
      session.release(true);
      throw error;
    }
    return this.session !== undefined;
  }

  /** Leaves the work to others. */
  resign(): void {
    this.session?.release(true); // the lock goes with the session
    this.session = undefined;
  }

  private keep(session: pg.PoolClient): void {
    this.session = session;
    session.once('error', () => this.resign());
  }
}
