import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the nightly check has found and how far it has come: ids and codes, nothing of a person. */
const tables = `
CREATE SCHEMA checks;

-- Since when somebody could have checked: a new installation is not behind.
CREATE TABLE checks.watched (
  one_row boolean     PRIMARY KEY DEFAULT true CHECK (one_row),
  since   timestamptz NOT NULL DEFAULT now()
);
INSERT INTO checks.watched DEFAULT VALUES;

-- One run a night, by one worker; who dies leaves the row, and another goes on behind the cursor.
CREATE TABLE checks.run (
  night       date        PRIMARY KEY,  -- Lotse's day in Berlin
  owner       uuid        NOT NULL,
  started_at  timestamptz NOT NULL DEFAULT now(),
  alive_at    timestamptz NOT NULL DEFAULT now(),
  finished_at timestamptz,
  cursor      uuid,                     -- the last stream that was looked at
  streams     int         NOT NULL DEFAULT 0,
  events      bigint      NOT NULL DEFAULT 0,
  suspects    jsonb       NOT NULL DEFAULT '[]',  -- seen once; a second look decides
  temporal    text        CHECK (temporal IN ('sample', 'complete', 'away'))
);

-- What was found; gone_at: when it was not so any more, be it healed by the check or otherwise.
CREATE TABLE checks.finding (
  "check"    text        NOT NULL,
  subject    uuid        NOT NULL,
  detail     text        NOT NULL,
  journey_id uuid,
  remedy     text        CHECK (remedy IN ('rebuild', 'replan', 'arm')),
  first_seen timestamptz NOT NULL DEFAULT now(),
  last_seen  timestamptz NOT NULL DEFAULT now(),
  gone_at    timestamptz,
  healed     boolean     NOT NULL DEFAULT false,
  PRIMARY KEY ("check", subject, detail)
);

DO $$
DECLARE app text := quote_ident(current_database() || '_app');
BEGIN
  EXECUTE 'GRANT USAGE ON SCHEMA checks TO ' || app;
  EXECUTE 'GRANT SELECT ON checks.watched TO ' || app;
  EXECUTE 'GRANT SELECT, INSERT, UPDATE, DELETE ON checks.run, checks.finding TO ' || app;
END $$;
`;

export class Checks1795471200013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA checks CASCADE');
  }
}
