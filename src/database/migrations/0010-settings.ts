import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How an account likes its pages: codes only. Whoever may write accounts may write it. */
export class Settings1795471200010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE access.account
        ADD COLUMN settings jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(settings) = 'object')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE access.account DROP COLUMN settings');
  }
}
