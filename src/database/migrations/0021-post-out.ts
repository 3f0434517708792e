import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Messages that wait or did not go out are few among all that ever were: a list of them reads no other. */
export class PostOut1795471200021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX message_not_gone ON rm.message (state, planned_for, id)
       WHERE recipient = 'participant' AND state IN ('held', 'failed', 'suppressed')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX rm.message_not_gone');
  }
}
