import type { JourneyEvent } from '../../domain/journey/events.js';
import type { Sql } from '../database/sql.js';
import type { Checkpoint } from '../event-store/checkpoint.js';

interface Line extends Checkpoint {
  stream: string;
  type: string;
}

/** So many events are read at once. */
const pageSize = 1000;

/** What changes a name, a Kennung, a birth date, a language, a commune or a coach. */
export const changing: ReadonlySet<string> = new Set<JourneyEvent['type']>([
  'JourneyOpened',
  'JourneyTakenOver',
  'ParticipantChanged',
  'CoachAssigned',
]);

/** Reads on: the journeys in which something changed that the directory holds, and how far the feed has come. */
export async function changesSince(
  sql: Sql,
  { epoch, xid, position }: Checkpoint,
): Promise<{ journeys: string[]; at: Checkpoint; more: boolean }> {
  const { rows } = await sql.query<Line>({
    name: 'directory-feed',
    text: `SELECT e.epoch, e.xid::text AS xid, e.position, e.stream_id AS stream, e.type
             FROM es.feed($1::int, $2::xid8, $3::bigint, $4::int) e`,
    values: [epoch, xid, position, pageSize],
  });
  const last = rows.at(-1);
  const journeys = new Set(rows.filter(({ type }) => changing.has(type)).map(({ stream }) => stream));
  return {
    journeys: [...journeys],
    at: last ? { epoch: last.epoch, xid: last.xid, position: last.position } : { epoch, xid, position },
    more: rows.length === pageSize,
  };
}
