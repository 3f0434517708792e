import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is due to staff, and which mail told it to whom: keys and codes, nothing of a person. */
const tables = `
-- Written with the journey's append. Only what stands: a row goes when the reason of its notice does.
CREATE TABLE rm.staff_notice (
  key        text        PRIMARY KEY,
  journey_id uuid        NOT NULL REFERENCES rm.journey ON DELETE CASCADE,
  recipient  text        NOT NULL CHECK (recipient IN ('coach', 'coordinator')),
  about      uuid        NOT NULL,   -- the deadline, flag or task
  urgent     boolean     NOT NULL,
  queued_at  timestamptz NOT NULL,
  settled_at timestamptz             -- staff mail's own: when everybody whom it is for had been told
);
CREATE INDEX staff_notice_of_journey ON rm.staff_notice (journey_id);
CREATE INDEX staff_notice_unsettled ON rm.staff_notice (queued_at) WHERE settled_at IS NULL;

-- Written with the account's append: the living mail in which an account is told of a notice.
CREATE TABLE rm.staff_mail (
  key        text        NOT NULL,   -- of the notice
  account_id uuid        NOT NULL,
  message_id text        NOT NULL,   -- opaque; before the @
  kind       text        NOT NULL CHECK (kind IN ('morning', 'at_once')),
  day        date        NOT NULL,
  state      text        NOT NULL CHECK (state IN ('sending', 'deferred', 'sent', 'failed')),
  since      timestamptz NOT NULL,
  again_at   timestamptz,            -- when it is to be sent again; NULL once it is over
  why        text,
  PRIMARY KEY (key, account_id)
);
CREATE INDEX staff_mail_again ON rm.staff_mail (again_at) WHERE again_at IS NOT NULL;
CREATE INDEX staff_mail_message ON rm.staff_mail (message_id);
CREATE INDEX staff_mail_morning ON rm.staff_mail (day, account_id) WHERE kind = 'morning';

DO $$
BEGIN
  EXECUTE 'GRANT SELECT, INSERT, UPDATE, DELETE ON rm.staff_notice, rm.staff_mail TO '
    || quote_ident(current_database() || '_app');
END $$;
`;

export class StaffMail1795471200006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE rm.staff_mail, rm.staff_notice');
  }
}
