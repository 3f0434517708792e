import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which lists left Lotse as a file: who, when, for what, by which filters and how many rows; nobody who stands in it, and not
 * what was searched for, which is a name. The application adds to it and changes nothing.
 */
const tables = `
CREATE TABLE access.export (
  id         uuid        PRIMARY KEY,
  account_id uuid        NOT NULL REFERENCES access.account,
  role       text        NOT NULL,
  list       text        NOT NULL CHECK (list = 'journeys'),
  purpose    text        NOT NULL,
  asked      jsonb       NOT NULL CHECK (jsonb_typeof(asked) = 'object'), -- filters as codes, a coach by her account
  searched   boolean     NOT NULL,  -- whether a name was searched for
  columns    text[]      NOT NULL,
  rows       int         NOT NULL,
  made_at    timestamptz NOT NULL
);
CREATE INDEX export_by_age ON access.export (made_at);

DO $$
BEGIN
  EXECUTE 'GRANT SELECT, INSERT ON access.export TO ' || quote_ident(current_database() || '_app');
END $$;
`;

export class Exports1795471200023 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE access.export');
  }
}
