/**
 * The log's tables. `position` and `xid` order it globally (with `epoch`, because transaction ids start again in a
 * new cluster); `version` orders a stream; `hash` chains it. Nothing personal stands in plain text: `data` holds
 * codes, `sealed` one ciphertext per retention class.
 */
export const eventStoreTables = `
CREATE SCHEMA es;

-- The installation: its id names workflows, its generation fences out a Temporal cluster that came back from the dead.
CREATE TABLE es.installation (
  one_row    boolean PRIMARY KEY DEFAULT true CHECK (one_row),
  id         uuid NOT NULL DEFAULT gen_random_uuid(),
  epoch      int  NOT NULL DEFAULT 1,  -- raised after a restore into another cluster, before the first append
  generation int  NOT NULL DEFAULT 1,  -- raised by recovery
  key_check  bytea                     -- an HMAC under the master key: tells whether key and database belong together
);
INSERT INTO es.installation DEFAULT VALUES;

-- Whether the caller's master key is the one whose check was noted first; nobody can note another.
CREATE FUNCTION es.key_belongs(p_check bytea) RETURNS boolean
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, es AS $$
  UPDATE es.installation SET key_check = p_check WHERE key_check IS NULL;
  SELECT i.key_check = p_check FROM es.installation i $$;

CREATE TABLE es.stream (
  stream_id   uuid        PRIMARY KEY,
  stream_type text        NOT NULL,
  version     bigint      NOT NULL CHECK (version > 0),
  head_hash   bytea       NOT NULL DEFAULT '\\x',
  recorded_at timestamptz NOT NULL DEFAULT '-infinity'  -- of the newest event: the next one is never earlier
) WITH (fillfactor = 70);  -- version and head_hash are not indexed: updates stay on their page

CREATE SEQUENCE es.event_position AS bigint;

CREATE TABLE es.event (
  position       bigint      NOT NULL DEFAULT nextval('es.event_position'),
  epoch          int         NOT NULL,
  xid            xid8        NOT NULL,
  stream_id      uuid        NOT NULL,
  version        bigint      NOT NULL CHECK (version > 0),
  event_id       uuid        NOT NULL,
  type           text        NOT NULL,
  schema_version smallint    NOT NULL,
  data           jsonb       NOT NULL,
  sealed         jsonb       NOT NULL DEFAULT '{}',
  owner_id       uuid,                    -- whose keys seal it: a participant's id
  actor          jsonb       NOT NULL,
  command_id     uuid        NOT NULL,
  correlation_id uuid        NOT NULL,
  causation_id   uuid        NOT NULL,
  occurred_at    timestamptz NOT NULL,    -- said by the writer
  recorded_at    timestamptz NOT NULL,    -- checked by the store
  hash           bytea       NOT NULL,
  PRIMARY KEY (stream_id, version),
  CHECK (sealed = '{}' OR owner_id IS NOT NULL)
);
CREATE INDEX event_feed ON es.event (epoch, xid, position);

CREATE FUNCTION es.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only, % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = '55000';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON es.event FOR EACH ROW EXECUTE FUNCTION es.refuse();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON es.event FOR EACH STATEMENT EXECUTE FUNCTION es.refuse();

-- What the processes that ran on this log could write; asked at start by one that may be older (kinds-of-events.ts).
CREATE TABLE es.event_kind (
  type           text     NOT NULL,
  schema_version smallint NOT NULL,
  PRIMARY KEY (type, schema_version)
);

-- Keys per participant and retention class, wrapped by the master key; a destroyed one keeps only its date. What comes
-- after a destruction is sealed by a key of the next number.
CREATE TABLE es.participant_key (
  participant_id uuid        NOT NULL,
  class          text        NOT NULL CHECK (class IN ('case', 'status', 'contact', 'notes')),
  number         smallint    NOT NULL DEFAULT 1 CHECK (number BETWEEN 1 AND 255),  -- one byte of what it sealed
  wrapped        bytea,
  created_at     timestamptz NOT NULL DEFAULT now(),
  destroyed_at   timestamptz,
  PRIMARY KEY (participant_id, class, number),
  CHECK ((wrapped IS NULL) = (destroyed_at IS NOT NULL))
);
CREATE UNIQUE INDEX participant_key_living ON es.participant_key (participant_id, class) WHERE destroyed_at IS NULL;

-- Answers of commands that carried an Idempotency-Key, for 30 days; only successes, written with their effect.
CREATE TABLE es.idempotency (
  account_id  uuid        NOT NULL,
  route       text        NOT NULL,
  key_hash    bytea       NOT NULL,
  body_hmac   bytea       NOT NULL,
  status      smallint    NOT NULL,
  journey_id  uuid        NOT NULL,
  version     bigint      NOT NULL,   -- of the stream, after the command
  created_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (account_id, route, key_hash)
);
CREATE INDEX idempotency_age ON es.idempotency (created_at);
CREATE INDEX idempotency_journey ON es.idempotency (journey_id);
`;
