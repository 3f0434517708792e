/**
 * A whole past at once, for a demonstration: every event brings its own `recordedAt`. Only the import role may call it,
 * only for a stream that is not there yet, and nothing may lie after `p_recorded`; else it is as es.append, outcomes
 * `appended` and `conflict`.
 */
export const appendPast = `
CREATE FUNCTION es.append_past(
  p_stream uuid, p_type text, p_owner uuid, p_expected bigint, p_generation int, p_recorded timestamptz, p_events jsonb)
RETURNS TABLE (outcome text, version bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, es AS $$
#variable_conflict use_column
DECLARE
  v_n int := jsonb_array_length(p_events);
  v_here es.installation;
  v_prev bytea; v_last timestamptz := '-infinity'; v_at timestamptz; v_e es.event; v_all es.event[]; v_i record;
BEGIN
  IF v_n = 0 OR p_expected <> 0 THEN RAISE EXCEPTION 'a past begins with the first event' USING ERRCODE = '22023'; END IF;
  SELECT * INTO v_here FROM es.installation;
  INSERT INTO es.stream (stream_id, stream_type, version) VALUES (p_stream, p_type, v_n)
  ON CONFLICT (stream_id) DO NOTHING RETURNING head_hash INTO v_prev;
  IF v_prev IS NULL THEN
    RETURN QUERY SELECT 'conflict'::text, coalesce((SELECT s.version FROM es.stream s WHERE s.stream_id = p_stream), 0);
    RETURN;
  END IF;
  FOR v_i IN SELECT doc, n FROM jsonb_array_elements(p_events) WITH ORDINALITY i(doc, n) LOOP
    v_at := (v_i.doc->>'recordedAt')::timestamptz;
    IF v_at IS NULL OR v_at < v_last OR v_at > p_recorded THEN
      RAISE EXCEPTION 'recorded_at would decrease, or lies ahead' USING ERRCODE = '22008';
    END IF;
    v_last := v_at;
    v_e := ROW(nextval('es.event_position'), v_here.epoch, pg_current_xact_id(), p_stream, v_i.n,
      v_i.doc->>'id', v_i.doc->>'type', v_i.doc->>'schemaVersion', v_i.doc->'data', coalesce(v_i.doc->'sealed', '{}'),
      p_owner, v_i.doc->'actor', v_i.doc->>'commandId', v_i.doc->>'correlationId', v_i.doc->>'causationId',
      v_i.doc->>'occurredAt', v_at, NULL)::es.event;
    v_prev := es.digest(v_prev, v_e);
    v_e.hash := v_prev;
    v_all := array_append(v_all, v_e);
  END LOOP;
  INSERT INTO es.event SELECT * FROM unnest(v_all);
  UPDATE es.stream s SET head_hash = v_prev, recorded_at = v_last WHERE s.stream_id = p_stream;
  RETURN QUERY SELECT 'appended'::text, v_n::bigint;
END $$;
`;
