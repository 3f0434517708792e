import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts, tokens and sessions. Of tokens and sessions only hashes: who reads the table can't sign in. */
export class Access1795471200002 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE SCHEMA access;

      CREATE TABLE access.account (
        id            uuid PRIMARY KEY,
        email         text NOT NULL UNIQUE CHECK (email = lower(email)),
        name          text NOT NULL,
        phone         text,
        role          text NOT NULL CHECK (role IN ('coach', 'coordinator', 'admin')),
        communes      text[],           -- NULL: the whole region
        password_hash text,             -- NULL: signs in with tokens only
        created_at    timestamptz NOT NULL DEFAULT now(),
        disabled_at   timestamptz
      );

      CREATE TABLE access.token (
        id           uuid PRIMARY KEY,
        account_id   uuid NOT NULL REFERENCES access.account,
        token_hash   bytea NOT NULL UNIQUE,
        created_at   timestamptz NOT NULL DEFAULT now(),
        expires_at   timestamptz NOT NULL,
        last_used_at timestamptz
      );

      CREATE TABLE access.session (
        id_hash    bytea PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES access.account,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL
      );
      CREATE INDEX session_expires_at ON access.session (expires_at);

      DO $$
      DECLARE app text := current_database() || '_app';
      BEGIN
        EXECUTE format('GRANT USAGE ON SCHEMA access TO %I', app);
        EXECUTE format('GRANT SELECT, INSERT, UPDATE ON access.account TO %I', app);
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON access.token, access.session TO %I', app);
      END $$;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP SCHEMA access CASCADE');
  }
}
