import type { Sql } from '../database/sql.js';
import { gauge, type Metric } from './prometheus.js';

/**
 * For how long the oldest transaction that writes, anywhere on the database server, has been open at least: since this
 * process first saw it. The application's role may not look at other logins' sessions, but every snapshot names the
 * oldest transaction that runs.
 */
export class OpenWrites {
  private oldest = '';
  private since = 0;

  constructor(private readonly now: () => number = () => performance.now()) {}

  async ask(sql: Sql): Promise<Metric[]> {
    const { rows } = await sql.query<{ oldest: string; next: string }>({
      name: 'open-writes',
      text: `SELECT pg_snapshot_xmin(s)::text AS oldest, pg_snapshot_xmax(s)::text AS next
               FROM pg_current_snapshot() s`,
      values: [],
    });
    const { oldest = '', next = '' } = rows[0] ?? {};
    if (oldest !== this.oldest || oldest === next) {
      this.oldest = oldest;
      this.since = this.now();
    }
    return [
      gauge(
        'lotse_oldest_write_seconds',
        'For how long at least the oldest writing transaction has been open.',
        Math.round(this.now() - this.since) / 1000,
      ),
    ];
  }
}
