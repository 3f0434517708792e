/**
 * Reading the log. The feed is gated: it shows only what no running transaction can still come before, in the order
 * (epoch, xid, position), and readers resume by all three. Position alone loses events.
 */
export const readingFunctions = `
CREATE FUNCTION es.feed(p_epoch int, p_xid xid8, p_position bigint, p_limit int)
RETURNS SETOF es.event LANGUAGE sql STABLE AS $$
  SELECT e.* FROM es.event e
   WHERE (e.epoch, e.xid, e.position) > (p_epoch, p_xid, p_position)
     AND (e.epoch < (SELECT i.epoch FROM es.installation i) OR e.xid < pg_snapshot_xmin(pg_current_snapshot()))
   ORDER BY e.epoch, e.xid, e.position LIMIT p_limit $$;

-- The first version at which a stream is not what was appended, or NULL: a changed event, a gap, a cut or grown tail.
CREATE FUNCTION es.broken_at(p_stream uuid) RETURNS bigint LANGUAGE sql STABLE AS $$
  WITH chain AS (
    SELECT e.version, e.hash, row_number() OVER w AS n,
           es.digest(coalesce(lag(e.hash) OVER w, '\\x'), e) AS want
      FROM es.event e WHERE e.stream_id = p_stream WINDOW w AS (ORDER BY e.version)),
  head AS (
    SELECT s.version, s.head_hash, (SELECT max(c.version) FROM chain c) AS last,
           (SELECT c.hash FROM chain c ORDER BY c.version DESC LIMIT 1) AS last_hash
      FROM es.stream s WHERE s.stream_id = p_stream)
  SELECT coalesce(
    (SELECT min(c.version) FROM chain c WHERE c.hash <> c.want OR c.version <> c.n),
    (SELECT least(h.version, coalesce(h.last, 0)) + 1 FROM head h
      WHERE h.version IS DISTINCT FROM h.last OR h.head_hash IS DISTINCT FROM h.last_hash),
    (SELECT 1 WHERE NOT EXISTS (SELECT FROM head) AND EXISTS (SELECT FROM chain))) $$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA es FROM PUBLIC;
DO $$
DECLARE app text := quote_ident(current_database() || '_app'); import text := quote_ident(current_database() || '_import');
BEGIN
  EXECUTE 'GRANT USAGE ON SCHEMA es TO ' || app;
  EXECUTE 'GRANT SELECT ON es.installation, es.stream, es.event TO ' || app;
  EXECUTE 'GRANT SELECT, INSERT ON es.participant_key TO ' || app;
  EXECUTE 'GRANT SELECT, INSERT ON es.event_kind TO ' || app;
  EXECUTE 'GRANT SELECT, INSERT, DELETE ON es.idempotency TO ' || app;
  EXECUTE 'GRANT EXECUTE ON FUNCTION es.append, es.feed, es.broken_at, es.digest, es.key_belongs TO ' || app;
  EXECUTE 'GRANT EXECUTE ON FUNCTION es.append_recorded TO ' || import;
END $$;
`;
