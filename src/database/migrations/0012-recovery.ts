import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Recovery raises the generation and notes when. Only through this function: the application may read the
 * installation, and change nothing else of it.
 */
const raising = `
ALTER TABLE es.installation ADD COLUMN raised_at timestamptz;

CREATE FUNCTION es.raise_generation() RETURNS int
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, es AS $$
  UPDATE es.installation SET generation = generation + 1, raised_at = now() RETURNING generation $$;
REVOKE ALL ON FUNCTION es.raise_generation FROM PUBLIC;
DO $$
BEGIN
  EXECUTE 'GRANT EXECUTE ON FUNCTION es.raise_generation TO ' || quote_ident(current_database() || '_app');
END $$;
`;

export class Recovery1795471200012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(raising);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION es.raise_generation');
    await runner.query('ALTER TABLE es.installation DROP COLUMN raised_at');
  }
}
