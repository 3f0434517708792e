import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The lock that an append takes first, for whoever writes what follows from a stream and does not append: the
 * application may not touch a stream's row in any other way. And the way to the rows that an older fold has written,
 * which are asked for again and again though there are hardly ever any.
 */
const lockStreams = `
CREATE FUNCTION es.lock_streams(p_streams uuid[]) RETURNS TABLE (stream_id uuid, version bigint)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, es AS $$
  SELECT s.stream_id, s.version FROM es.stream s
   WHERE s.stream_id = ANY (p_streams) ORDER BY s.stream_id FOR UPDATE $$;

CREATE INDEX journey_fold ON rm.journey (fold_version, id);

REVOKE ALL ON FUNCTION es.lock_streams FROM PUBLIC;
DO $$
BEGIN
  EXECUTE 'GRANT EXECUTE ON FUNCTION es.lock_streams TO ' || quote_ident(current_database() || '_app');
END $$;
`;

export class LockStreams1795471200011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(lockStreams);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX rm.journey_fold; DROP FUNCTION es.lock_streams');
  }
}
