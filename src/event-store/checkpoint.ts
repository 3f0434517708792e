import type { Sql } from '../database/sql.js';

/** A place in the log, in the order of the feed. */
export interface Checkpoint {
  epoch: number;
  /** An xid8, as its digits. */
  xid: string;
  position: number;
}

/** The place before everything that is not yet visible: whoever reads tables afterwards and then the feed from here misses nothing. */
export async function checkpointNow(sql: Sql): Promise<Checkpoint> {
  const { rows } = await sql.query<Checkpoint>(
    `SELECT epoch, pg_snapshot_xmin(pg_current_snapshot())::text AS xid, -1 AS position FROM es.installation`,
  );
  const [place] = rows;
  if (!place) throw new Error('The database has no row in es.installation');
  return place;
}

/** Whether a place stands behind another one. */
export function isAfter(place: Checkpoint, other: Checkpoint): boolean {
  if (place.epoch !== other.epoch) return place.epoch > other.epoch;
  const [xid, otherXid] = [BigInt(place.xid), BigInt(other.xid)];
  return xid === otherXid ? place.position > other.position : xid > otherXid;
}
