import type { RecordedEvent } from '../../domain/journey/events.js';
import { fold } from '../../domain/journey/evolve.js';
import { foldVersion, initialState, type JourneyState, type PlainState } from '../../domain/journey/state.js';
import { unwrapKeys, type ParticipantKeys, type WrappedKey } from '../event-store/seal/participant-keys.js';
import type { SealedParts } from '../event-store/seal/parts.js';
import { fromStored, storedEventColumns, type StoredEvent } from '../event-store/stored-event.js';
import type { Sql } from '../database/sql.js';
import { inSpan } from '../tracing/spans.js';
import { surroundingColumns, type JourneySurroundings } from './journey-surroundings.js';
import { openState } from './sealed-state.js';

/** A journey as a command finds it. */
export interface LoadedJourney {
  state: JourneyState;
  keys: ParticipantKeys;
  agendaStamp: string;
  /**
   * Its rows in the read models are what follows from this state. Not where an older version wrote them, and not where
   * a key was destroyed since: they may still tell what was erased.
   */
  isInStep: boolean;
  surroundings: JourneySurroundings;
  idempotency?: { bodyHmac: string; status: number; journeyId: string; version: number };
}

interface Row extends Omit<StoredState, 'statePlain'>, JourneySurroundings {
  statePlain: PlainState | null;
  agendaStamp: string;
  idempotency: LoadedJourney['idempotency'] | null;
}

/** All keys of a participant, as WrappedKey, in a column of their own. */
const keysOf = (participant: string): string => `
  (SELECT jsonb_agg(jsonb_build_object('class', k.class, 'number', k.number, 'wrapped', encode(k.wrapped, 'base64')))
     FROM es.participant_key k WHERE k.participant_id = ${participant}) AS keys`;

/** Everything that a command needs, in one round trip. $1 journey, $2 account, $3 route, $4 hash of the idempotency key, $5 participant. */
const loadStatement = `
  SELECT ${surroundingColumns},
         j.state_plain AS "statePlain", j.state_sealed AS "stateSealed", j.fold_version AS "foldVersion",
         j.agenda_stamp AS "agendaStamp", ${keysOf('coalesce(j.participant_id, $5)')},
         (SELECT jsonb_build_object('bodyHmac', encode(i.body_hmac, 'hex'), 'status', i.status,
                                    'journeyId', i.journey_id, 'version', i.version)
            FROM es.idempotency i WHERE i.account_id = $2 AND i.route = $3 AND i.key_hash = decode($4, 'hex')
             AND i.created_at > now() - interval '30 days') AS idempotency
    FROM (SELECT) one LEFT JOIN rm.journey j ON j.id = $1 LEFT JOIN access.account a ON a.id = j.coach_id`;

/**
 * Loads a journey's state, or the state before the first event. Rows of an older fold are folded again from the log.
 * @param newcomer who enters where the journey is yet to be opened: keys of somebody who was here before are used again
 */
export async function loadJourney(
  sql: Sql,
  wrapping: Buffer,
  id: string,
  key?: { account: string; route: string; hash: string },
  newcomer?: string,
): Promise<LoadedJourney> {
  const values = [id, key?.account ?? null, key?.route ?? null, key?.hash ?? null, newcomer ?? null];
  const { rows } = await inSpan('load', {}, () =>
    sql.query<Row>({ name: 'load-journey', text: loadStatement, values }),
  );
  const row = rows[0];
  if (!row) throw new Error('The database did not answer with a row');
  const { coach, coachName, coachPhone, databaseNow, agendaStamp, statePlain } = row;
  const surroundings = { coach, coachName, coachPhone, databaseNow };
  const remembered = row.idempotency && { idempotency: row.idempotency };
  if (!statePlain) {
    const keys = unwrapKeys(wrapping, newcomer ?? '', row.keys ?? []);
    return {
      state: initialState(id),
      keys,
      agendaStamp: '',
      isInStep: true,
      surroundings,
      ...remembered,
    };
  }
  const { state, keys } = await openStoredState(sql, wrapping, { ...row, statePlain });
  const isInStep = row.foldVersion === foldVersion && keys.every(({ key }) => key !== null);
  return { state, keys, agendaStamp, isInStep, surroundings, ...remembered };
}

/** The columns of `rm.journey j` from which a state is opened. */
export const storedStateColumns = `
  j.state_plain AS "statePlain", j.state_sealed AS "stateSealed", j.fold_version AS "foldVersion",
  ${keysOf('j.participant_id')}`;

/** A state as its row holds it. */
export interface StoredState {
  statePlain: PlainState;
  stateSealed: SealedParts;
  foldVersion: number;
  keys: WrappedKey[] | null;
}

/** Opens a row's state; one of an older fold is folded again from the log. Throws NewerProcessNeeded on a newer one. */
export async function openStoredState(
  sql: Sql,
  wrapping: Buffer,
  { statePlain, stateSealed, foldVersion: found, keys: wrapped }: StoredState,
): Promise<{ state: JourneyState; keys: ParticipantKeys }> {
  if (found > foldVersion) throw new NewerProcessNeeded();
  const { journey, participant } = statePlain;
  if (found < foldVersion) {
    const { events, keys } = await loadEvents(sql, wrapping, journey);
    return { state: fold(journey, events), keys };
  }
  const keys = unwrapKeys(wrapping, participant, wrapped ?? []);
  return { state: openState(statePlain, keys, stateSealed), keys };
}

/** A newer version of Lotse wrote this row; this process must not touch it. */
export class NewerProcessNeeded extends Error {
  constructor() {
    super('A newer version of Lotse has written this journey; this process is too old for it');
    this.name = 'NewerProcessNeeded';
  }
}

/** All events of a journey, or those up to a version, opened, in order; and the keys. */
export async function loadEvents(
  sql: Sql,
  wrapping: Buffer,
  id: string,
  untilVersion?: number,
): Promise<{ events: RecordedEvent[]; keys: ParticipantKeys }> {
  const { rows } = await sql.query<StoredEvent>({
    name: 'load-events',
    text: `SELECT ${storedEventColumns} FROM es.event e
            WHERE e.stream_id = $1 AND e.version <= coalesce($2::bigint, e.version) ORDER BY e.version`,
    values: [id, untilVersion ?? null],
  });
  // read after the events: a key that was made for the newest of them is among these, and none looks erased
  const keys = await loadKeys(sql, wrapping, rows[0]?.ownerId ?? null);
  return { events: rows.map((stored) => fromStored(stored, keys)), keys };
}

async function loadKeys(sql: Sql, wrapping: Buffer, participant: string | null): Promise<ParticipantKeys> {
  const { rows } = await sql.query<{ keys: WrappedKey[] | null }>({
    name: 'load-keys',
    text: `SELECT ${keysOf('$1')}`,
    values: [participant],
  });
  return unwrapKeys(wrapping, participant ?? '', rows[0]?.keys ?? []);
}
