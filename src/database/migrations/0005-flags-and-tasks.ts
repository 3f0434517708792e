import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Flags and tasks across journeys, and the day by which a list is sorted: keys and days, nothing of a person. */
const tables = `
ALTER TABLE rm.journey ADD COLUMN last_contact_on date;

CREATE TABLE rm.flag (
  id         uuid        PRIMARY KEY,
  journey_id uuid        NOT NULL REFERENCES rm.journey ON DELETE CASCADE,
  rule       text        NOT NULL,
  severity   int         NOT NULL CHECK (severity BETWEEN 1 AND 3),
  since      timestamptz NOT NULL
);
CREATE INDEX flag_of_journey ON rm.flag (journey_id);

CREATE TABLE rm.task (
  id         uuid        PRIMARY KEY,
  journey_id uuid        NOT NULL REFERENCES rm.journey ON DELETE CASCADE,
  kind       text        NOT NULL,
  severity   int         NOT NULL CHECK (severity BETWEEN 1 AND 3),
  state      text        NOT NULL CHECK (state IN ('open', 'done', 'gone')),
  opened_at  timestamptz NOT NULL
);
CREATE INDEX task_of_journey ON rm.task (journey_id);

DO $$
BEGIN
  EXECUTE 'GRANT SELECT, INSERT, UPDATE, DELETE ON rm.flag, rm.task TO '
    || quote_ident(current_database() || '_app');
END $$;
`;

export class FlagsAndTasks1795471200005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE rm.flag, rm.task; ALTER TABLE rm.journey DROP COLUMN last_contact_on');
  }
}
