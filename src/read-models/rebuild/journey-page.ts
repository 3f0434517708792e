import type { RetentionClass } from '../../../domain/journey/classes.js';
import type { Sql } from '../../database/sql.js';
import {
  unwrapKeys,
  type ParticipantKeys,
  type WrappedKey,
} from '../../event-store/seal/participant-keys.js';
import { storedEventColumns, type StoredEvent } from '../../event-store/stored-event.js';
import { inlineReadModels } from '../index.js';
import { journeyColumns, type JourneyRow } from '../journey/journey-row.js';
import type { StandingRow } from '../row-differences.js';
import type { Head, PageOfStreams } from './healing.js';

/** Some journeys: what the log holds of them, sealed, and the rows that stand. */
export interface JourneyPage extends PageOfStreams {
  events: ReadonlyMap<string, StoredEvent[]>;
  /** By participant. */
  keys: ReadonlyMap<string, WrappedKey[]>;
  journeys: ReadonlyMap<string, JourneyRow>;
  /** By read model, then by journey. */
  models: ReadonlyMap<string, ReadonlyMap<string, StandingRow[]>>;
}

/** Reads a page in one query for each table. */
export async function readJourneys(sql: Sql, heads: readonly Head[]): Promise<JourneyPage> {
  const ids = heads.map(({ id }) => id);
  const { rows: events } = await sql.query<StoredEvent>({
    name: 'rebuild-events',
    text: `SELECT ${storedEventColumns} FROM es.event e WHERE e.stream_id = ANY ($1) ORDER BY e.stream_id, e.version`,
    values: [ids],
  });
  // after the events: a key that was made for the newest of them is among these, and none looks erased
  const keys = await keysOf(sql, [...new Set(events.map(({ ownerId }) => ownerId))]);
  const { rows: journeys } = await sql.query<JourneyRow>({
    name: 'rebuild-journeys',
    text: `SELECT ${standingColumns} FROM rm.journey j WHERE j.id = ANY ($1)`,
    values: [ids],
  });
  const models = new Map<string, ReadonlyMap<string, StandingRow[]>>();
  for (const { name } of inlineReadModels) {
    const { rows } = await sql.query<StandingRow & { journey_id: string }>({
      name: `rebuild-${name}`,
      text: `SELECT * FROM rm.${name} WHERE journey_id = ANY ($1)`,
      values: [ids],
    });
    models.set(
      name,
      grouped(rows, ({ journey_id }) => journey_id),
    );
  }
  const byId = new Map(journeys.map((row) => [row.id, row]));
  return { heads, events: grouped(events, ({ streamId }) => streamId), keys, journeys: byId, models };
}

/** The keys of one participant, unwrapped. */
export const keysIn = ({ keys }: JourneyPage, wrapping: Buffer, participant: string): ParticipantKeys =>
  unwrapKeys(wrapping, participant, keys.get(participant) ?? []);

/** As a row is written: bytes in hexadecimal. */
const standingColumns = journeyColumns
  .map((name) => (name === 'external_id_hmac' ? `'\\x' || encode(j.${name}, 'hex') AS ${name}` : `j.${name}`))
  .join(', ');

/** The keys of participants as they are kept. */
export async function keysOf(
  sql: Sql,
  participants: readonly (string | null)[],
): Promise<Map<string, WrappedKey[]>> {
  interface KeyRow {
    participant: string;
    class: RetentionClass;
    number: number;
    wrapped: string | null;
  }
  const { rows } = await sql.query<KeyRow>({
    name: 'rebuild-keys',
    text: `SELECT k.participant_id AS participant, k.class, k.number, encode(k.wrapped, 'base64') AS wrapped
             FROM es.participant_key k WHERE k.participant_id = ANY ($1)`,
    values: [participants],
  });
  const byParticipant = new Map<string, WrappedKey[]>();
  for (const { participant, ...key } of rows) {
    byParticipant.set(participant, [...(byParticipant.get(participant) ?? []), key]);
  }
  return byParticipant;
}

/** Rows by what they belong to, in their order. */
export function grouped<Row>(rows: readonly Row[], by: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(by(row));
    if (group) group.push(row);
    else groups.set(by(row), [row]);
  }
  return groups;
}
