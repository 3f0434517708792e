import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the workers have counted, for the page of figures: names of commands and outcomes, nothing of a journey. */
const tables = `
CREATE TABLE rm.worker_count (
  line   text   PRIMARY KEY,  -- as Prometheus writes it, without the value
  family text   NOT NULL,
  value  float8 NOT NULL
) WITH (fillfactor = 70);

DO $$
BEGIN
  EXECUTE 'GRANT SELECT, INSERT, UPDATE ON rm.worker_count TO ' || quote_ident(current_database() || '_app');
END $$;
`;

export class WorkerCounts1795471200017 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE rm.worker_count');
  }
}
