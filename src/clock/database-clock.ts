import type { Instant } from '../../domain/time.js';
import type { Sql } from '../database/sql.js';
import type { Clock } from './clock.js';

/** The database's clock, ahead by a fixed offset where `LOTSE_NOW` moved it: all processes agree, whatever machine they run on. */
export class DatabaseClock implements Clock {
  readonly isReal: boolean;

  /** @param offsetMs how far Lotse's time is ahead of the real one, in milliseconds; negative when it is behind */
  constructor(
    private readonly sql: Sql,
    private readonly offsetMs: number,
  ) {
    this.isReal = offsetMs === 0;
  }

  async now(): Promise<Instant> {
    const { rows } = await this.sql.query<{ now: Instant }>(`SELECT clock_timestamp() AS now`);
    return this.at(rows[0]?.now ?? '');
  }

  at(databaseNow: Instant): Promise<Instant> {
    return Promise.resolve(shift(databaseNow, this.offsetMs));
  }

  toTemporal(instant: Instant): Instant {
    return shift(instant, -this.offsetMs);
  }
}

const shift = (instant: Instant, ms: number): Instant => new Date(Date.parse(instant) + ms).toISOString();
