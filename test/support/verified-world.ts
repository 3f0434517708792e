import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import type { RecordedEvent } from '../../domain/journey/events.js';
import { schemaVersion } from '../../domain/journey/handle.js';
import { toAppend } from '../../src/event-store/stored-event.js';
import { loadJourney } from '../../src/journeys/loaded-journey.js';
import { Relay } from '../../src/relay/relay.js';
import { NightlyCheck } from '../../src/reconciliation/nightly.js';
import { verify, type Verified } from '../../src/reconciliation/verify.js';
import { workflowCheck } from '../../src/reconciliation/workflows.js';
import { journeyActs } from '../../src/reminders/journey-acts.js';
import { readTexts } from '../../src/reminders/read-texts.js';
import { staffWorld } from './staff-world.js';
import { consent } from './wishes.js';

export type VerifiedWorld = Awaited<ReturnType<typeof verifiedWorld>>;

/** A Monday; eight weeks before the paper's day is Tuesday. */
const monday = '2026-01-12T09:00:00.000Z';
const validUntil = '2026-03-10';
/** The log and what stands beside it, as it was before somebody tampered with it. */
const logTables = ['event', 'stream', 'participant_key'];

/** A Temporal that takes whatever the relay says, and can't be asked. */
const listening = {
  withDeadline: <Answer>(_: number, ask: () => Promise<Answer>) => ask(),
  workflow: { signalWithStart: () => Promise.resolve() },
} as unknown as Client;

/** Journeys that were reminded and accounts that were written to, in a database that somebody may tamper with. */
export async function verifiedWorld() {
  const base = await staffWorld(monday);
  const { sql, owner, clock, programmes, runner } = base;
  const generation = () => Promise.resolve(1);
  const texts = new Map([
    ['durchstarten', await readTexts(new URL('../../programmes/durchstarten/', import.meta.url))],
  ]);
  const mailer = { send: () => Promise.resolve({ state: 'sent' } as const) };
  const acts = journeyActs(
    { sql, clock, runner, programmes, texts, mailer, officePhone: '0241 000' },
    generation,
  );
  const parts = { ...base, generation };
  const workflows = workflowCheck({ sql, client: undefined, installation: 'none', generation });
  const waits = { graceMs: 700, patienceMs: 3000 };

  /** As the superuser who switches triggers and foreign keys off. */
  const tamper = async (text: string, values: unknown[] = []): Promise<void> => {
    const client = await owner.connect();
    try {
      await client.query('SET session_replication_role = replica');
      await client.query(text, values);
    } finally {
      await client.query('RESET session_replication_role');
      client.release();
    }
  };

  return {
    ...base,
    tamper,
    /** Opens a journey, has its participant and its coach told what is due, and its workflow what it waits for. */
    async live(coach: string): Promise<string> {
      const journey = await base.open({ coach, validUntil });
      await base.does(journey, consent(base.today()));
      base.setClock(new Date(Date.parse(base.now()) + 5 * 60_000).toISOString());
      await acts.carryOutDue({ journey, generation: 1 });
      return journey;
    },
    carryOut: (journey: string) => acts.carryOutDue({ journey, generation: 1 }),
    /** Every workflow has heard the newest. */
    async arm(): Promise<void> {
      await sql.query(
        'UPDATE rm.journey SET armed_version = stream_version, armed_for = next_due, leased_until = now()',
      );
    },
    /** A relay to an obedient Temporal. */
    relay: (): Relay => new Relay({ sql, client: listening, clock, installation: 'none', generation }),
    verify: (options: { heal?: boolean } = {}): Promise<Verified> =>
      verify(parts, workflows, {
        heal: false,
        complete: false,
        progress: () => undefined,
        ...waits,
        ...options,
      }),
    /** A worker's nightly check. */
    nightly: (stopping = new AbortController().signal): NightlyCheck =>
      new NightlyCheck({ ...parts, workflows, restsPerWork: 1, ...waits }, stopping),
    /** Appends an event as a process with a mistake would: well chained and sealed. */
    async appendTo(journey: string, type: string, plain: object, own?: object): Promise<void> {
      const { rows: heads } = await sql.query<{ version: number; at: string }>(
        'SELECT version, recorded_at AS at FROM es.stream WHERE stream_id = $1',
        [journey],
      );
      const { version = 0, at = '' } = heads[0] ?? {};
      const { state, keys } = await loadJourney(sql, base.secrets.wrapping, journey);
      const commandId = randomUUID();
      const ids = { id: randomUUID(), commandId, correlationId: commandId, causationId: commandId };
      const actor = { kind: 'engine', id: 'engine' } as const;
      const recorded = {
        ...ids,
        version: version + 1,
        schemaVersion,
        actor,
        occurredAt: at,
        recordedAt: at,
        erased: [],
      };
      const event = { type, plain, ...(own && { case: own }), ...recorded } as unknown as RecordedEvent;
      const stored = JSON.stringify([toAppend(event, state.plain.participant, keys)]);
      const { rows } = await sql.query<{ outcome: string }>(
        `SELECT outcome FROM es.append_recorded($1, 'journey', $2, $3, NULL, $4, $5)`,
        [journey, state.plain.participant, version, at, stored],
      );
      if (rows[0]?.outcome !== 'appended') throw new Error(`It was not appended: ${rows[0]?.outcome}`);
    },
    /** Keeps the log as it is, and gives it back. */
    async keepLog(): Promise<void> {
      for (const table of logTables)
        await owner.query(
          `DROP TABLE IF EXISTS kept_${table}; CREATE TABLE kept_${table} AS SELECT * FROM es.${table}`,
        );
    },
    async restoreLog(): Promise<void> {
      for (const table of logTables)
        await tamper(`DELETE FROM es.${table}; INSERT INTO es.${table} SELECT * FROM kept_${table}`);
    },
  };
}
