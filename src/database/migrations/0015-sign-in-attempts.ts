import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Failed attempts at signing in, counted for all processes together. Of whom and from where only an HMAC: who reads the
 * table learns no address. Nothing in it is worth a backup; what has expired is removed by the attempts that follow.
 */
const table = `
CREATE TABLE access.attempt (
  key        bytea         PRIMARY KEY,
  failed_at  timestamptz[] NOT NULL,
  expires_at timestamptz   NOT NULL
);
CREATE INDEX attempt_expires_at ON access.attempt (expires_at);

DO $$
BEGIN
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON access.attempt TO %I', current_database() || '_app');
END $$;
`;

export class SignInAttempts1795471200015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE access.attempt');
  }
}
