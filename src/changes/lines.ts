import type { Sql } from '../database/sql.js';
import type { Checkpoint } from '../event-store/checkpoint.js';
import type { Cursor } from './cursor.js';

/** One event of the log, or an import that has come further, in the order of the feed. */
export interface Line extends Checkpoint {
  /** What the id names: a stream's kind, or an import. */
  kind: 'journey' | 'account' | 'import';
  id: string;
  /** Of the event; empty for an import. */
  type: string;
  /** Of the event in its stream; 0 for an import. */
  version: number;
  /** The account that imports; null for an event. */
  owner: string | null;
}

/** One statement, so that both are looked at by one snapshot: neither hides what the other's place has passed. */
const statement = `
  SELECT e.epoch, e.xid::text AS xid_text, e.position, s.stream_type AS kind, e.stream_id AS id, e.type, e.version,
         NULL::uuid AS owner, e.xid
    FROM es.feed($1::int, $2::xid8, $3::bigint, $4::int) e JOIN es.stream s ON s.stream_id = e.stream_id
   UNION ALL
  SELECT i.epoch, i.xid::text, 0, 'import', i.id, '', 0, i.account_id, i.xid
    FROM imports.import i
   WHERE (i.epoch, i.xid, 0) > ($1::int, $2::xid8, $3::bigint)
     AND (i.epoch < (SELECT here.epoch FROM es.installation here)
          OR i.xid < pg_snapshot_xmin(pg_current_snapshot()))
   ORDER BY epoch, xid, position LIMIT $4`;

/** The next lines behind a place, gated: none is skipped whose transaction is still open. */
export async function linesAfter(
  sql: Sql,
  { epoch, xid, position }: Checkpoint,
  limit: number,
): Promise<Line[]> {
  const { rows } = await sql.query<Omit<Line, 'xid'> & { xid_text: string }>({
    name: 'lines-after',
    text: statement,
    values: [epoch, xid, position, limit],
  });
  return rows.map(({ xid_text, ...line }) => ({ ...line, xid: xid_text }));
}

/** Whether a cursor names a place that this log has passed: not of another epoch, nor of a future that never came. */
export async function hasPassed(sql: Sql, { epoch, xid }: Cursor): Promise<boolean> {
  const { rows } = await sql.query<{ passed: boolean }>(
    `SELECT i.epoch = $1::int AND $2::xid8 <= pg_snapshot_xmax(pg_current_snapshot()) AS passed
       FROM es.installation i`,
    [epoch, xid],
  );
  return rows[0]?.passed === true;
}
