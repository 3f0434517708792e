import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Messages across journeys: instants and states, nothing of a person and nothing of what they say. */
const tables = `
CREATE TABLE rm.message (
  id          uuid        PRIMARY KEY,
  journey_id  uuid        NOT NULL REFERENCES rm.journey ON DELETE CASCADE,
  recipient   text        NOT NULL CHECK (recipient IN ('participant', 'coach', 'coordinator')),
  planned_for timestamptz NOT NULL,
  state       text        NOT NULL
);
CREATE INDEX message_of_journey ON rm.message (journey_id);
CREATE INDEX message_by_instant ON rm.message (planned_for);

DO $$
BEGIN
  EXECUTE 'GRANT SELECT, INSERT, UPDATE, DELETE ON rm.message TO ' || quote_ident(current_database() || '_app');
END $$;
`;

export class Messages1795471200007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE rm.message');
  }
}
