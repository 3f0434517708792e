import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Views of the list of participants: filters, columns and order as codes, a coach by her account, nobody else. What the
 * list filters by beside: the paper's last day, and whether its renewal was asked for; the rows get them when they are
 * folded anew. Acts on many journeys at once: what is to be done and what became of each is sealed, as of imports.
 */
const tables = `
CREATE TABLE access.view (
  id          uuid        PRIMARY KEY,
  account_id  uuid        NOT NULL REFERENCES access.account,
  name        text        NOT NULL,
  shared_with text        NOT NULL CHECK (shared_with IN ('nobody', 'coordination', 'all')),
  asked       jsonb       NOT NULL CHECK (jsonb_typeof(asked) = 'object'),
  created_at  timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX view_of_account ON access.view (account_id);
CREATE INDEX view_shared ON access.view (shared_with) WHERE shared_with <> 'nobody';

ALTER TABLE rm.journey
  ADD COLUMN paper_until   date,    -- the last day of the current paper
  ADD COLUMN renewal_asked boolean; -- its renewal was asked for, with proof
CREATE INDEX journey_by_paper ON rm.journey (open, (coalesce(paper_until, '9999-12-31'::date)), id);

CREATE SCHEMA bulk;

CREATE TABLE bulk.batch (
  id         uuid        PRIMARY KEY,
  account_id uuid        NOT NULL REFERENCES access.account,
  role       text        NOT NULL,
  communes   text[],                -- the account's scope when it asked; NULL: the whole region
  command    text        NOT NULL,
  dry_run    boolean     NOT NULL,
  undoes     uuid,                  -- the one that is taken back
  journeys   uuid[]      NOT NULL,  -- in the order in which they are acted on
  task       bytea       NOT NULL,  -- sealed
  body_hmac  bytea       NOT NULL,  -- keyed: whether a repeated Idempotency-Key came with the same body
  state      text        NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'running', 'done', 'failed')),
  created_at timestamptz NOT NULL DEFAULT now(),
  done_at    timestamptz
);
CREATE INDEX batch_queued ON bulk.batch (created_at) WHERE state = 'queued';
CREATE INDEX batch_by_age ON bulk.batch (created_at);
CREATE INDEX batch_undoing ON bulk.batch (undoes) WHERE undoes IS NOT NULL;

-- What became of the journeys, a part at a time; carrying a part out again writes the same row again.
CREATE TABLE bulk.outcome (
  batch_id  uuid  NOT NULL REFERENCES bulk.batch ON DELETE CASCADE,
  from_row  int   NOT NULL,
  done      int   NOT NULL,
  unchanged int   NOT NULL,
  refused   int   NOT NULL,
  sealed    bytea NOT NULL,
  PRIMARY KEY (batch_id, from_row)
);

DO $$
DECLARE app text := quote_ident(current_database() || '_app');
BEGIN
  EXECUTE 'GRANT SELECT, INSERT, UPDATE, DELETE ON access.view TO ' || app;
  EXECUTE 'GRANT USAGE ON SCHEMA bulk TO ' || app;
  EXECUTE 'GRANT SELECT, INSERT, UPDATE, DELETE ON bulk.batch, bulk.outcome TO ' || app;
END $$;
`;

export class ViewsAndBulkActs1795471200022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP SCHEMA bulk CASCADE;
      DROP INDEX rm.journey_by_paper;
      ALTER TABLE rm.journey DROP COLUMN paper_until, DROP COLUMN renewal_asked;
      DROP TABLE access.view`);
  }
}
