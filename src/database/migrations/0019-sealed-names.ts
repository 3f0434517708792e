import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the directory of names opens at each start, apart from the whole state: a hundredth of its bytes. Sealed like it.
 * Null until the journey's row is written the next time; the state is opened then.
 */
export class SealedNames1795471200019 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE rm.journey ADD COLUMN names_sealed jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE rm.journey DROP COLUMN names_sealed');
  }
}
