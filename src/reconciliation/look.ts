import type { Platform } from '../platform.js';
import { checks } from './checks/index.js';
import type { CheckName, Finding } from './finding.js';
import { opened, type CheckContext, type OpenedStream } from './opened-stream.js';
import { inSnapshot, readStreams } from './stored-stream.js';

/** What looking takes. */
export type LookParts = Pick<Platform, 'sql' | 'clock' | 'secrets' | 'programmes' | 'generation'>;

/** What was seen of some streams. */
export interface Seen {
  /** How many of them were looked at, with how many events. */
  streams: number;
  events: number;
  /** The last one of them. */
  cursor: string;
  findings: Finding[];
}

/** Whatever ought to be a stream behind a cursor, in order: those that are, rows without one, events without one. */
export async function streamsBehind({ sql }: LookParts, cursor: string | null): Promise<string[]> {
  const { rows } = await sql.query<{ id: string }>(
    `SELECT id FROM (SELECT stream_id AS id FROM es.stream UNION SELECT id FROM rm.journey
                     UNION SELECT DISTINCT stream_id FROM es.event) every
      WHERE $1::uuid IS NULL OR id > $1 ORDER BY id`,
    [cursor],
  );
  return rows.map(({ id }) => id);
}

/** As many as are read at once: a page's snapshot is over within milliseconds. */
const pageSize = 20;

/** Looks at streams page by page, each page as of one instant. What is found may be over at the next look. */
export async function* lookThrough(parts: LookParts, ids: readonly string[]): AsyncGenerator<Seen> {
  for (let at = 0; at < ids.length; at += pageSize) yield lookAt(parts, ids.slice(at, at + pageSize));
}

async function lookAt(parts: LookParts, ids: readonly string[]): Promise<Seen> {
  const { sql, clock, secrets, programmes } = parts;
  const { streams, databaseNow } = await inSnapshot(sql, (within) => readStreams(within, ids));
  const now = await clock.at(databaseNow);
  const context = { clock, secrets, programmes, generation: await parts.generation(), now };
  return {
    streams: streams.length,
    events: streams.reduce((sum, { events }) => sum + events.length, 0),
    cursor: ids.at(-1) ?? '',
    findings: streams.flatMap((stream) => findingsOf(opened(stream, context), context)),
  };
}

/** Of a log that is not whole nothing may be made anew: what was derived from it may be all that is left. */
function findingsOf(stream: OpenedStream, context: CheckContext): Finding[] {
  const journey = stream.type === 'account' ? null : stream.id;
  const findings = Object.entries(checks).flatMap(([check, look]) =>
    look(stream, context).map((found): Finding => ({ check: check as CheckName, journey, ...found })),
  );
  const isSound = findings.every(({ check }) => check !== 'chain' && check !== 'seal');
  if (isSound) return findings;
  return findings.map((finding) => (finding.remedy === 'arm' ? finding : { ...finding, remedy: null }));
}
