import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Sealed parts look random: PostgreSQL would try to compress each of them, in vain, whenever a row is written. What can
 * be made smaller was made so before it was sealed.
 */
const columns = ['es.event ALTER sealed', 'rm.journey ALTER state_sealed'];

const store = async (runner: QueryRunner, storage: 'EXTERNAL' | 'EXTENDED'): Promise<void> => {
  for (const column of columns) await runner.query(`ALTER TABLE ${column} SET STORAGE ${storage}`);
};

export class SealedStorage1795471200020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await store(runner, 'EXTERNAL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await store(runner, 'EXTENDED');
  }
}
