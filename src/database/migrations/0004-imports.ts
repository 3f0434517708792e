import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Imports of registers, for 30 days. File and outcomes are sealed: they name people, and what was wrong with a row is
 * personal too. In plain stand counters and states only.
 */
const tables = `
CREATE SCHEMA imports;

CREATE TABLE imports.import (
  id         uuid        PRIMARY KEY,
  account_id uuid        NOT NULL REFERENCES access.account,
  communes   text[],                -- the account's scope when it imported; NULL: the whole region
  programme  text        NOT NULL,
  basis      text        NOT NULL CHECK (basis IN ('consent_on_paper', 'public_task')),
  dry_run    boolean     NOT NULL,
  sandbox    boolean     NOT NULL,  -- into a demonstration: invented addresses only
  day        date        NOT NULL,  -- the day of import by which rows are judged, however long it takes
  line_count int         NOT NULL,
  file       bytea       NOT NULL,  -- sealed
  body_hmac  bytea       NOT NULL,  -- keyed: whether a repeated Idempotency-Key came with the same file
  state      text        NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'running', 'done', 'failed')),
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX import_queued ON imports.import (created_at) WHERE state = 'queued';

-- What became of the rows, a chunk at a time; carrying a chunk out again writes the same row again.
CREATE TABLE imports.outcome (
  import_id uuid  NOT NULL REFERENCES imports.import ON DELETE CASCADE,
  from_line int   NOT NULL,
  opened    int   NOT NULL,
  updated   int   NOT NULL,
  unchanged int   NOT NULL,
  rejected  int   NOT NULL,
  sealed    bytea NOT NULL,
  PRIMARY KEY (import_id, from_line)
);

DO $$
DECLARE app text := quote_ident(current_database() || '_app');
BEGIN
  EXECUTE 'GRANT USAGE ON SCHEMA imports TO ' || app;
  EXECUTE 'GRANT SELECT, INSERT, UPDATE, DELETE ON imports.import, imports.outcome TO ' || app;
END $$;
`;

export class Imports1795471200004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA imports CASCADE');
  }
}
