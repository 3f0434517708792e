import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Stays in phases, across journeys: keys and days, nothing of a person. Their days are sealed, so journeys that are there
 * already are folded again in the background; until then they have no stay here.
 */
const phases = `
CREATE TABLE rm.phase (
  key        text PRIMARY KEY,
  journey_id uuid NOT NULL REFERENCES rm.journey ON DELETE CASCADE,
  phase      text NOT NULL,
  entered_on date NOT NULL,
  left_on    date,           -- NULL: there still
  way        text CHECK (way IN ('onward', 'back', 'ended')),
  CHECK ((left_on IS NULL) = (way IS NULL))
);
CREATE INDEX phase_of_journey ON rm.phase (journey_id);
CREATE INDEX phase_by_leaving ON rm.phase (left_on);

DO $$
BEGIN
  EXECUTE 'GRANT SELECT, INSERT, UPDATE, DELETE ON rm.phase TO ' || quote_ident(current_database() || '_app');
END $$;
`;

export class Phases1795471200020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(phases);
  }

  /** The states are the same for the version before: it reads the rows that this one has written. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE rm.phase; UPDATE rm.journey SET fold_version = 7 WHERE fold_version = 8');
  }
}
