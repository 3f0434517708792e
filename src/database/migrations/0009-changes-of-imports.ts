import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * When an import last came further, in the order of the log's feed: imports are no streams, and who follows what changes
 * hears of both in one order. Noted by a trigger, so that no statement can forget it.
 */
const columns = `
ALTER TABLE imports.import ADD COLUMN epoch int, ADD COLUMN xid xid8;

CREATE FUNCTION imports.note_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT i.epoch, pg_current_xact_id() INTO NEW.epoch, NEW.xid FROM es.installation i;
  RETURN NEW;
END $$;
CREATE TRIGGER note_change BEFORE INSERT OR UPDATE ON imports.import
  FOR EACH ROW EXECUTE FUNCTION imports.note_change();

UPDATE imports.import SET state = state;
ALTER TABLE imports.import ALTER COLUMN epoch SET NOT NULL, ALTER COLUMN xid SET NOT NULL;
`;

export class ChangesOfImports1795471200009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(columns);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP FUNCTION imports.note_change CASCADE; ALTER TABLE imports.import DROP COLUMN epoch, DROP COLUMN xid',
    );
  }
}
