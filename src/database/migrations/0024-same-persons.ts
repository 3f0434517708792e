import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a coordinator has said of rows that may be of somebody who is here already; sealed, as the file is. */
export class SamePersons1795471200024 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE imports.import ADD COLUMN choices bytea');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE imports.import DROP COLUMN choices');
  }
}
