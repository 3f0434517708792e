import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What an administrator sees to: when somebody last signed in, by the day; an invitation, of which only a hash is kept
 * and which opens the account once; what a token is for. And messages that wait or did not go out: few among all that
 * ever were, so that a list of them reads no other.
 */
export class AccountsAndMessages1795471200021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE access.account
        ADD COLUMN last_signed_in    date,
        ADD COLUMN invite_hash       bytea UNIQUE,
        ADD COLUMN invite_expires_at timestamptz;
      ALTER TABLE access.token ADD COLUMN label text;
      CREATE INDEX token_of_account ON access.token (account_id);
      CREATE INDEX message_not_gone ON rm.message (state, planned_for, id)
       WHERE recipient = 'participant' AND state IN ('held', 'failed', 'suppressed')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX rm.message_not_gone, access.token_of_account;
      ALTER TABLE access.token DROP COLUMN label;
      ALTER TABLE access.account DROP COLUMN last_signed_in, DROP COLUMN invite_hash, DROP COLUMN invite_expires_at`);
  }
}
