import type pg from 'pg';
import { keyTable, listed, wrappedColumn } from './tables.js';

/** For the keys that the backup knows of, and those of the key file. */
export const temporaryKeys = `
  CREATE TEMPORARY TABLE known_key (LIKE ${keyTable}) ON COMMIT DROP;
  CREATE TEMPORARY TABLE filed_key (LIKE ${keyTable}) ON COMMIT DROP`;

/**
 * Fills the table of keys from both. A key that the key file has as destroyed, or does not have any more, was destroyed
 * since the backup, and a destroyed one never comes back. A journey of somebody so erased loses what an erasure takes
 * outside of sealed parts, and is folded again from what can still be read.
 * @param columns those of the table, but for the wrapped key
 * @returns how many participants lost a key since the backup
 */
export async function joinKeys(admin: pg.Client, columns: readonly string[]): Promise<number> {
  const kept = listed(columns.filter((column) => column !== 'destroyed_at'));
  const from = `known_key k LEFT JOIN
    (SELECT participant_id, class, number, wrapped AS filed, destroyed_at AS gone_at FROM filed_key) f
    USING (participant_id, class, number)`;
  await admin.query(`
    INSERT INTO ${keyTable} (${kept}, ${wrappedColumn}, destroyed_at)
    SELECT ${kept}, CASE WHEN destroyed_at IS NULL THEN filed END,
           coalesce(destroyed_at, gone_at, CASE WHEN filed IS NULL THEN now() END)
      FROM ${from};
    CREATE TEMPORARY TABLE lost_key ON COMMIT DROP AS
    SELECT participant_id, class FROM ${from} WHERE destroyed_at IS NULL AND filed IS NULL;
    UPDATE rm.journey j SET fold_version = 0 FROM lost_key l WHERE l.participant_id = j.participant_id;
    UPDATE rm.journey j SET external_id_hmac = NULL FROM lost_key l
     WHERE l.participant_id = j.participant_id AND l.class = 'case';
    DELETE FROM es.idempotency i USING rm.journey j, lost_key l
     WHERE j.id = i.journey_id AND l.participant_id = j.participant_id`);
  const { rows } = await admin.query<{ erased: number }>(
    'SELECT count(DISTINCT participant_id)::int AS erased FROM lost_key',
  );
  return rows[0]?.erased ?? 0;
}
