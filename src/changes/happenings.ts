import type { ChangedPart } from '../../contract/changes.js';
import type { Sql } from '../database/sql.js';
import type { Checkpoint } from '../event-store/checkpoint.js';
import type { Line } from './lines.js';
import { partsOfEvent, partsOfStaffMail } from './parts-of-events.js';

/** Something that happened, with what decides who may hear of it. */
export type Happening = { at: Checkpoint } & (
  JourneyHappening | { kind: 'import'; id: string; owner: string }
);

/** Something that touched a journey. */
export interface JourneyHappening {
  kind: 'journey';
  id: string;
  parts: readonly ChangedPart[];
  /** The event's in the journey's own stream; absent where only a mail about it has come further. */
  streamVersion?: number;
  /** Where the journey lies and whose it is now, and the version that people count. */
  now: { commune: string; coachId: string | null; version: number };
  /** Whose it was before; only where it was handed over. */
  before?: { coachId: string | null };
}

/** What lines of the log mean for those who listen. A journey whose row is gone leaves nothing to tell. */
export async function happeningsOf(sql: Sql, lines: readonly Line[]): Promise<Happening[]> {
  const told = await journeysOfMails(
    sql,
    lines.filter(({ kind }) => kind === 'account'),
  );
  const handedOver = await coachesBefore(
    sql,
    lines.filter(({ type }) => type === 'CoachAssigned'),
  );
  const own = lines.flatMap(({ kind, id }) => (kind === 'journey' ? [id] : []));
  const now = await placesNow(sql, [...new Set([...own, ...[...told.values()].flat()])]);

  const touched = (
    at: Checkpoint,
    id: string,
    more: Omit<JourneyHappening, 'kind' | 'id' | 'now'>,
  ): Happening[] => {
    const place = now.get(id);
    return place ? [{ at, kind: 'journey', id, now: place, ...more }] : [];
  };
  return lines.flatMap((line): Happening[] => {
    const { kind, id, type, version: streamVersion, owner, epoch, xid, position } = line;
    const at = { epoch, xid, position };
    if (kind === 'import') return [{ at, kind, id, owner: owner ?? '' }];
    if (kind === 'account') {
      const journeys = told.get(nameOf(line)) ?? [];
      return journeys.flatMap((journey) => touched(at, journey, { parts: partsOfStaffMail }));
    }
    const before = handedOver.get(nameOf(line));
    return touched(at, id, { parts: partsOfEvent(type), streamVersion, ...(before && { before }) });
  });
}

/** Names an event. */
const nameOf = ({ id, version }: { id: string; version: number }): string => `${id} ${version}`;

async function placesNow(sql: Sql, ids: readonly string[]): Promise<Map<string, JourneyHappening['now']>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql.query<{ id: string; commune: string; coachId: string | null; version: number }>({
    name: 'places-now',
    text: `SELECT id, commune, coach_id AS "coachId", version FROM rm.journey WHERE id = ANY($1::uuid[])`,
    values: [ids],
  });
  return new Map(rows.map(({ id, ...place }) => [id, place]));
}

/** By the event's name: whose the journey was until a handing over. */
async function coachesBefore(
  sql: Sql,
  lines: readonly Line[],
): Promise<Map<string, { coachId: string | null }>> {
  if (lines.length === 0) return new Map();
  const { rows } = await sql.query<{ id: string; version: number; coachId: string | null }>({
    name: 'coaches-before',
    text: `SELECT a.id, a.version, before.coach AS "coachId"
             FROM unnest($1::uuid[], $2::bigint[]) AS a(id, version)
            CROSS JOIN LATERAL (
              SELECT e.data->>'coach' AS coach FROM es.event e
               WHERE e.stream_id = a.id AND e.version < a.version
                 AND e.type IN ('JourneyOpened', 'JourneyTakenOver', 'CoachAssigned')
               ORDER BY e.version DESC LIMIT 1) before`,
    values: [lines.map(({ id }) => id), lines.map(({ version }) => version)],
  });
  return new Map(rows.map(({ coachId, ...event }) => [nameOf(event), { coachId }]));
}

/** By the event's name: the journeys of which a mail to an account tells something that still stands. */
async function journeysOfMails(sql: Sql, lines: readonly Line[]): Promise<Map<string, string[]>> {
  if (lines.length === 0) return new Map();
  const { rows } = await sql.query<{ id: string; version: number; journeys: string[] }>({
    name: 'journeys-of-mails',
    text: `SELECT m.stream_id AS id, m.version, array_agg(DISTINCT n.journey_id) AS journeys
             FROM unnest($1::uuid[], $2::bigint[]) AS a(id, version)
             JOIN es.event m ON m.stream_id = a.id AND m.version = a.version
             JOIN es.event claim ON claim.stream_id = m.stream_id AND claim.type = 'StaffMailSending'
                                AND claim.data->'mail' = m.data->'mail'
            CROSS JOIN LATERAL jsonb_array_elements_text(claim.data->'notices') AS told(key)
             JOIN rm.staff_notice n ON n.key = told.key
            GROUP BY m.stream_id, m.version`,
    values: [lines.map(({ id }) => id), lines.map(({ version }) => version)],
  });
  return new Map(rows.map(({ journeys, ...event }) => [nameOf(event), journeys]));
}
