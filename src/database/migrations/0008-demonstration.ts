import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendPast } from './sql/append-past.js';

/** Whether this database holds a demonstration: then it stays one, and nobody real comes in. */
const table = `
CREATE SCHEMA demo;
CREATE TABLE demo.demonstration (
  one_row     boolean     PRIMARY KEY DEFAULT true CHECK (one_row),
  made_for    timestamptz NOT NULL,  -- the instant up to which its past reaches
  finished_at timestamptz            -- NULL: somebody died on the way, and the next start goes on
);

REVOKE ALL ON FUNCTION es.append_past FROM PUBLIC;
DO $$
DECLARE app text := quote_ident(current_database() || '_app'); import text := quote_ident(current_database() || '_import');
BEGIN
  EXECUTE 'GRANT USAGE ON SCHEMA demo TO ' || app;
  EXECUTE 'GRANT SELECT ON demo.demonstration TO ' || app;
  EXECUTE 'GRANT INSERT, UPDATE ON demo.demonstration TO ' || import;
  EXECUTE 'GRANT EXECUTE ON FUNCTION es.append_past TO ' || import;
END $$;
`;

export class Demonstration1795471200008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(appendPast);
    await runner.query(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION es.append_past; DROP SCHEMA demo CASCADE');
  }
}
