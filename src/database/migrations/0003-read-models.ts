import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Inline read models: written in the append's transaction, folded from the log again at any time. They may hold
 * what lists filter by; never names, contacts or notes. `journey` holds the folded state too, sealed per class.
 */
const tables = `
CREATE SCHEMA rm;

CREATE TABLE rm.journey (
  id                uuid        PRIMARY KEY,
  participant_id    uuid        NOT NULL,
  programme         text        NOT NULL,
  programme_version int         NOT NULL,
  external_id_hmac  bytea,                  -- keyed HMAC of the Kennung; deleted with the person
  commune           text        NOT NULL,
  coach_id          uuid,
  phase             text        NOT NULL,
  open              boolean     NOT NULL,
  stream_version    bigint      NOT NULL,
  version           bigint      NOT NULL,
  fold_version      int         NOT NULL,
  planner_version   int         NOT NULL,
  agenda_stamp      text        NOT NULL,
  recorded_at       timestamptz NOT NULL,   -- of the newest event
  next_due          timestamptz,
  state_plain       jsonb       NOT NULL,
  state_sealed      jsonb       NOT NULL,   -- class -> ciphertext in base64
  standing          jsonb       NOT NULL,   -- what the workflow shall hold: codes and instants
  -- the relay's: what the workflow knows already
  news              text        NOT NULL,
  bulk              boolean     NOT NULL,
  armed_version     bigint      NOT NULL DEFAULT 0,
  armed_for         timestamptz,            -- in Temporal's time
  leased_until      timestamptz NOT NULL DEFAULT '-infinity'
) WITH (fillfactor = 70);
CREATE UNIQUE INDEX journey_external_id ON rm.journey (programme, external_id_hmac);
CREATE UNIQUE INDEX journey_one_open ON rm.journey (participant_id, programme) WHERE open;
CREATE INDEX journey_to_arm ON rm.journey (bulk, next_due) WHERE armed_version < stream_version;
CREATE INDEX journey_next_due ON rm.journey (next_due) WHERE next_due IS NOT NULL;
CREATE INDEX journey_commune ON rm.journey (commune, coach_id);
CREATE INDEX journey_stamp ON rm.journey (agenda_stamp);

CREATE TABLE rm.deadline (
  id          uuid PRIMARY KEY,
  journey_id  uuid NOT NULL REFERENCES rm.journey ON DELETE CASCADE,
  previous_id uuid,
  rule        text NOT NULL,
  due         date NOT NULL,
  due_raw     date NOT NULL,
  state       text NOT NULL CHECK (state IN ('open', 'done', 'missed', 'cancelled'))
);
CREATE INDEX deadline_of_journey ON rm.deadline (journey_id);
CREATE INDEX deadline_due ON rm.deadline (due) WHERE state = 'open';

-- When this installation came to know a version of a rule: a rung before that counts as passed.
CREATE TABLE rm.rule_known (
  programme text        NOT NULL,
  rule      text        NOT NULL,
  version   int         NOT NULL,
  known_at  timestamptz NOT NULL,
  PRIMARY KEY (programme, rule, version)
);

-- When the parts of the worker process were last alive; what is older than 20 s is down.
CREATE TABLE rm.heartbeat (
  part   text        PRIMARY KEY,
  at     timestamptz NOT NULL,
  detail jsonb       NOT NULL DEFAULT '{}'
);

DO $$
DECLARE app text := quote_ident(current_database() || '_app');
BEGIN
  EXECUTE 'GRANT USAGE ON SCHEMA rm TO ' || app;
  EXECUTE 'GRANT SELECT, INSERT, UPDATE, DELETE ON rm.journey, rm.deadline TO ' || app;
  EXECUTE 'GRANT SELECT, INSERT ON rm.rule_known TO ' || app;
  EXECUTE 'GRANT SELECT, INSERT, UPDATE ON rm.heartbeat TO ' || app;
END $$;
`;

export class ReadModels1795471200003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA rm CASCADE');
  }
}
