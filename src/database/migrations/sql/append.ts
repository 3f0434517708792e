/**
 * The one way into the log. Outcomes:
 *   appended   stored now
 *   duplicate  the same event ids already stand at these versions
 *   conflict   something else stands there: load again, decide again
 *   fenced     an engine of an older generation: it must stop
 *   off-clock  `recorded_at` is not of this minute by the database's clock: load again
 * `es.append` is for the application; `es.append_recorded` lets the import role say when something was recorded.
 */
export const appendFunctions = `
-- Over everything that an event says, recorded_at included; ciphertext included, so a destroyed key breaks no chain.
CREATE FUNCTION es.digest(prev bytea, e es.event) RETURNS bytea LANGUAGE sql IMMUTABLE AS $$
  SELECT sha256(prev || convert_to(jsonb_build_array(
    e.stream_id, e.version, e.event_id, e.type, e.schema_version, e.data, e.sealed, e.owner_id, e.actor, e.command_id,
    e.correlation_id, e.causation_id, extract(epoch FROM e.occurred_at), extract(epoch FROM e.recorded_at),
    e.epoch, e.position)::text, 'UTF8')) $$;

CREATE FUNCTION es.append_checked(
  p_stream uuid, p_type text, p_owner uuid, p_expected bigint, p_generation int, p_recorded timestamptz, p_events jsonb)
RETURNS TABLE (outcome text, version bigint)
LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  v_n int := jsonb_array_length(p_events);
  v_here es.installation;
  v_prev bytea; v_last timestamptz; v_same int; v_e es.event; v_all es.event[]; v_i record;
BEGIN
  IF v_n = 0 THEN RAISE EXCEPTION 'nothing to append' USING ERRCODE = '22023'; END IF;
  SELECT * INTO v_here FROM es.installation;
  IF p_generation < v_here.generation THEN
    RETURN QUERY SELECT 'fenced'::text, 0::bigint; RETURN;
  END IF;

  IF p_expected = 0 THEN
    INSERT INTO es.stream (stream_id, stream_type, version) VALUES (p_stream, p_type, v_n)
    ON CONFLICT (stream_id) DO NOTHING RETURNING head_hash, recorded_at INTO v_prev, v_last;
  ELSE
    UPDATE es.stream s SET version = p_expected + v_n
     WHERE s.stream_id = p_stream AND s.version = p_expected RETURNING s.head_hash, s.recorded_at INTO v_prev, v_last;
  END IF;

  IF v_prev IS NULL THEN  -- the lock was waited for: this statement sees the winner
    SELECT count(*) INTO v_same FROM jsonb_array_elements(p_events) WITH ORDINALITY i(doc, n)
      JOIN es.event e ON e.stream_id = p_stream AND e.version = p_expected + i.n AND e.event_id = (i.doc->>'id')::uuid;
    RETURN QUERY SELECT CASE WHEN v_same = v_n THEN 'duplicate' ELSE 'conflict' END,
      coalesce((SELECT s.version FROM es.stream s WHERE s.stream_id = p_stream), 0);
    RETURN;
  END IF;
  IF p_recorded < v_last THEN
    RAISE EXCEPTION 'recorded_at would decrease' USING ERRCODE = '22008';
  END IF;

  FOR v_i IN SELECT doc, n FROM jsonb_array_elements(p_events) WITH ORDINALITY i(doc, n) LOOP
    v_e := ROW(nextval('es.event_position'), v_here.epoch, pg_current_xact_id(), p_stream, p_expected + v_i.n,
      v_i.doc->>'id', v_i.doc->>'type', v_i.doc->>'schemaVersion', v_i.doc->'data', coalesce(v_i.doc->'sealed', '{}'),
      p_owner, v_i.doc->'actor', v_i.doc->>'commandId', v_i.doc->>'correlationId', v_i.doc->>'causationId',
      v_i.doc->>'occurredAt', p_recorded, NULL)::es.event;
    v_prev := es.digest(v_prev, v_e);
    v_e.hash := v_prev;
    v_all := array_append(v_all, v_e);
  END LOOP;
  INSERT INTO es.event SELECT * FROM unnest(v_all);
  UPDATE es.stream s SET head_hash = v_prev, recorded_at = p_recorded WHERE s.stream_id = p_stream;
  RETURN QUERY SELECT 'appended'::text, p_expected + v_n;
END $$;

-- The application: recorded_at was read from this database's clock when the command was loaded; here it is checked.
-- Five seconds ahead are let pass: a server's clock that was set back must not stop a journey that was just recorded.
CREATE FUNCTION es.append(
  p_stream uuid, p_type text, p_owner uuid, p_expected bigint, p_generation int, p_recorded timestamptz, p_events jsonb)
RETURNS TABLE (outcome text, version bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, es AS $$
BEGIN
  IF p_recorded NOT BETWEEN clock_timestamp() - interval '1 minute' AND clock_timestamp() + interval '5 seconds' THEN
    RETURN QUERY SELECT 'off-clock'::text, 0::bigint; RETURN;
  END IF;
  RETURN QUERY SELECT * FROM es.append_checked(p_stream, p_type, p_owner, p_expected, p_generation, p_recorded, p_events);
END $$;

-- Import, demonstration, simulation: the writer says when it was recorded; still never earlier than what stands there.
CREATE FUNCTION es.append_recorded(
  p_stream uuid, p_type text, p_owner uuid, p_expected bigint, p_generation int, p_recorded timestamptz, p_events jsonb)
RETURNS TABLE (outcome text, version bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, es AS $$
BEGIN
  RETURN QUERY SELECT * FROM es.append_checked(p_stream, p_type, p_owner, p_expected, p_generation, p_recorded, p_events);
END $$;
`;
