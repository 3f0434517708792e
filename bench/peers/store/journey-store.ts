import type pg from 'pg';
import type { Account, Accounts } from '../api/journeys.js';
import type { RecordMilestone } from '../journey/command.js';
import type { JourneyState, Reminder } from '../journey/state.js';

/** Milestone and journey in one statement. Done twice it is done once, as an activity or a step may be. */
const append = {
  name: 'append',
  text: `WITH recorded AS (
    INSERT INTO milestone (journey_id, version, milestone, on_day, data, recorded_by, recorded_at)
    VALUES ($1, $2, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING
  )
  UPDATE journey SET version = $2, state = $3 WHERE id = $1 AND version = $2 - 1`,
};

/** The journeys in PostgreSQL. */
export class JourneyStore implements Accounts {
  constructor(private readonly pool: pg.Pool) {}

  async open(id: string, state: JourneyState): Promise<void> {
    await this.pool.query('INSERT INTO journey VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
      id,
      state.version,
      state,
    ]);
  }

  async append(id: string, state: JourneyState, command: RecordMilestone): Promise<void> {
    const { milestone, on, data, by, at } = command;
    await this.pool.query({ ...append, values: [id, state.version, state, milestone, on, data, by, at] });
  }

  async read(id: string): Promise<JourneyState | undefined> {
    const { rows } = await this.pool.query<{ state: JourneyState }>({
      name: 'read',
      text: 'SELECT state FROM journey WHERE id = $1',
      values: [id],
    });
    return rows[0]?.state;
  }

  /** @param state the journey once the reminder has been sent */
  async remind(id: string, state: JourneyState, { daysBefore }: Reminder): Promise<void> {
    await this.pool.query(
      `WITH sent AS (INSERT INTO reminder_sent VALUES ($1, $2, $3) ON CONFLICT DO NOTHING)
       UPDATE journey SET state = $4 WHERE id = $1`,
      [id, state.review?.dueOn, daysBefore, state],
    );
  }

  async byTokenHash(hash: Buffer): Promise<Account | undefined> {
    const { rows } = await this.pool.query<Account>('SELECT email FROM account WHERE token_hash = $1', [
      hash,
    ]);
    return rows[0];
  }
}
