import { createHash } from 'node:crypto';
import pg from 'pg';

/** What every peer without an ORM keeps: the log of milestones, the journey to be read, and what was sent. */
const tables = `
  CREATE TABLE IF NOT EXISTS account (token_hash bytea PRIMARY KEY, email text NOT NULL);
  CREATE TABLE IF NOT EXISTS journey (
    id uuid PRIMARY KEY,
    version integer NOT NULL,
    state jsonb NOT NULL
  );
  CREATE TABLE IF NOT EXISTS milestone (
    journey_id uuid NOT NULL REFERENCES journey,
    version integer NOT NULL,
    milestone text NOT NULL,
    on_day date NOT NULL,
    data jsonb NOT NULL,
    recorded_by text NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (journey_id, version)
  );
  CREATE TABLE IF NOT EXISTS reminder_sent (
    journey_id uuid NOT NULL REFERENCES journey,
    due_on date NOT NULL,
    days_before integer NOT NULL,
    PRIMARY KEY (journey_id, due_on, days_before)
  )`;

/** Makes the tables and the one account. */
export async function prepareStore(url: string, token: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(tables);
    const hash = createHash('sha256').update(token).digest();
    await client.query('INSERT INTO account VALUES ($1, $2) ON CONFLICT DO NOTHING', [
      hash,
      'coach@example.org',
    ]);
  } finally {
    await client.end();
  }
}
