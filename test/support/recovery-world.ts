import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Client } from '@temporalio/client';
import { berlinDay } from '../../domain/deadlines/berlin.js';
import { addDays } from '../../domain/deadlines/day-arithmetic.js';
import { itemsIn } from '../../domain/deadlines/agenda.js';
import type { Command } from '../../domain/journey/commands/index.js';
import type { Standing } from '../../domain/journey/standing.js';
import { agendaOf } from '../../domain/journey/state.js';
import type { Instant } from '../../domain/time.js';
import { journeyWorkflowId, staffMailWorkflowId, standingQuery } from '../../workflows/messages.js';
import { addAccount } from '../../src/access/add-account.js';
import type { Clock } from '../../src/clock/clock.js';
import type { Config } from '../../src/config/config.js';
import { createPool } from '../../src/database/pool.js';
import { freePort } from '../../src/embedded/ports.js';
import { findTemporalCli } from '../../src/embedded/temporal/find-tool.js';
import { startTemporal } from '../../src/embedded/temporal/start-temporal.js';
import { masterSecrets } from '../../src/event-store/seal/master-secrets.js';
import { acceptImport } from '../../src/imports/accept-import.js';
import { bulkActs } from '../../src/bulk/bulk-acts.js';
import { startBulkActs } from '../../src/bulk/start-bulk-acts.js';
import { importActs } from '../../src/imports/import-acts.js';
import { startImports } from '../../src/imports/start-imports.js';
import { installationOf, readInstallation } from '../../src/installation.js';
import { CommandRunner, type CommandResult } from '../../src/journeys/command-runner.js';
import { loadJourney } from '../../src/journeys/loaded-journey.js';
import { Programmes } from '../../src/programmes/programmes.js';
import { readProgramme } from '../../src/programmes/read-programme.js';
import { Relay } from '../../src/relay/relay.js';
import type { OutgoingMail } from '../../src/reminders/compose.js';
import { journeyActs } from '../../src/reminders/journey-acts.js';
import type { Delivery } from '../../src/reminders/mailer.js';
import { readTexts } from '../../src/reminders/read-texts.js';
import { staffMailActs } from '../../src/staff-mail/staff-mail-acts.js';
import { wakeStaffMail } from '../../src/staff-mail/wake-staff-mail.js';
import { connectClient, dataConverter } from '../../src/temporal/connect.js';
import type { Remembering } from '../../src/worker/remembered.js';
import { connectWorker, startWorker } from '../../src/worker/start-worker.js';
import { testDatabase } from './database.js';

const folder = new URL('../../programmes/durchstarten/', import.meta.url);
const bundle = fileURLToPath(new URL('../../dist/workflow-bundle.js', import.meta.url));

/** A development server of Temporal's and the file that it keeps. */
export type TemporalServer = Awaited<ReturnType<typeof temporalServer>>;

/** Starts one, on an empty file or on a copy of another one's. */
export async function temporalServer(copyOf?: string) {
  const dataDir = mkdtempSync(join(tmpdir(), 'lotse-temporal-'));
  if (copyOf !== undefined) cpSync(copyOf, dataDir, { recursive: true });
  const program = await findTemporalCli({ env: process.env });
  const [port, uiPort] = [await freePort(), await freePort()];
  const place = { program, dataDir, port, uiPort, namespace: 'default', codecEndpoint: 'http://127.0.0.1:9' };
  const running = await startTemporal(place, new AbortController().signal);
  return {
    address: `127.0.0.1:${port}`,
    dataDir,
    /** Stops it; its file stays. */
    stop: (): Promise<void> => running.stop(10_000),
    remove(): void {
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Few journeys are a crowd already: there is a second worker soon. */
const crowded: Remembering = { workers: 2, each: 5, enough: 1 };

/** Worker, relay and whatever else runs beside them, on one Temporal. */
export type Engine = Awaited<ReturnType<RecoveryWorld['engine']>>;

export type RecoveryWorld = Awaited<ReturnType<typeof recoveryWorld>>;

/** A database with its own log, a mailbox and a clock that can be put forward; Temporals and engines come and go. */
export async function recoveryWorld() {
  const database = await testDatabase();
  const sql = createPool(database.url, 'import', 12);
  const secrets = masterSecrets(Buffer.alloc(32, 7));
  let aheadMs = 0;
  const moved = (instant: number): Instant => new Date(instant + aheadMs).toISOString();
  const clock: Clock = {
    isReal: false,
    now: () => Promise.resolve(moved(Date.now())),
    at: () => Promise.resolve(moved(Date.now())),
    toTemporal: (instant) => new Date(Date.parse(instant) - aheadMs).toISOString(),
  };
  const known = { secrets, quietHours: true, now: '2020-01-01T00:00:00.000Z' };
  const programmes = await Programmes.introduce(sql, [await readProgramme(folder)], known);
  const { id: installation, generation } = await installationOf(sql);
  const runner = new CommandRunner(sql, clock, secrets, programmes, generation);
  const texts = new Map([['durchstarten', await readTexts(folder)]]);

  /** Every mail that has left: to whom, under which Message-ID. */
  const mails: { to: string; key: string }[] = [];
  const mailer = {
    send: (mail: OutgoingMail, key: string): Promise<Delivery> => {
      mails.push({ to: mail.to, key });
      return Promise.resolve({ state: 'sent' });
    },
  };
  const failures: unknown[] = [];
  const tell = (error: unknown): void => void failures.push(error);
  const parts = { sql, databaseUrl: database.url, clock, secrets, programmes, runner, texts, mailer };
  const staff = { name: 'Kim Beispiel', phone: '0241 4710 0', role: 'coordinator' };
  const account = await addAccount(sql, { ...staff, email: 'koordination@example.org' }, []);

  const engine = async ({ address }: TemporalServer, { tells = true } = {}) => {
    const config = { temporal: { address, namespace: 'default' } } as Config;
    const { client, connection } = connectClient(config, secrets.payloads);
    const native = await connectWorker(config);
    let connections = 1;
    const worker = await startWorker({
      connection: native,
      connect: async () => {
        connections += 1;
        return connectWorker(config);
      },
      remembering: crowded,
      namespace: 'default',
      identity: randomUUID(),
      dataConverter: dataConverter(secrets.payloads),
      workflowBundle: { codePath: bundle },
      acts: journeyActs({ ...parts, officePhone: '0241 000' }, generation),
      imports: importActs(parts, tell),
      bulk: bulkActs(parts),
      staffMail: staffMailActs({ ...parts, publicUrl: 'https://lotse.example' }, generation),
      tell,
    });
    const current = async (): Promise<number> => (await readInstallation(sql)).generation;
    const relay = new Relay({ sql, client, clock, installation, generation: current });
    if (tells) relay.start();
    const beside = tells
      ? [
          startImports({ sql, client, installation }),
          startBulkActs({ sql, client, installation, acts: bulkActs(parts) }),
          wakeStaffMail({ sql, client, clock, programmes, installation, generation }),
        ]
      : [];
    return {
      relay,
      /** How many workers there are: each has a connection of its own. */
      workers: (): number => connections,
      journey: (id: string) => client.workflow.getHandle(journeyWorkflowId(installation, id)),
      standing: (id: string): Promise<Standing> =>
        client.workflow.getHandle(journeyWorkflowId(installation, id)).query(standingQuery),
      staffMail: (): ReturnType<Client['workflow']['getHandle']> =>
        client.workflow.getHandle(staffMailWorkflowId(installation)),
      async stop(): Promise<void> {
        await Promise.all([relay.stop(), worker.stop(), ...beside.map((each) => each.stop())]);
        await native.close();
        await connection.close();
      },
    };
  };

  return {
    ...parts,
    installation,
    generation,
    mails,
    failures,
    mailsTo: (journey: string) => mails.filter(({ to }) => to === `${journey}@example.org`),
    engine,
    command: (journey: string, wish: Command): Promise<CommandResult> =>
      runner.run(journey, wish, { actor: { kind: 'person', id: account.id, role: 'coordinator' } }),
    acceptImport: (file: Buffer): Promise<string> =>
      acceptImport(
        { ...parts, sandbox: false },
        { account, basis: 'consent_on_paper', dryRun: false, intoDemonstration: false, file },
      ),
    /** Opens a journey of somebody who may be reminded, with a paper that is valid so many days from today. */
    async open(validForDays: number): Promise<string> {
      const journey = randomUUID();
      const today = berlinDay(await clock.now());
      await this.command(journey, {
        type: 'OpenJourney',
        participant: randomUUID(),
        commune: 'eschweiler',
        coach: null,
        person: { givenName: 'Merhawi', familyName: 'Tesfay', bornOn: addDays(today, -20 * 365) },
        contact: { language: 'de', email: `${journey}@example.org`, channels: ['email'] },
        document: {
          kind: 'toleration_60a',
          validUntil: addDays(today, validForDays),
          employmentNote: 'unknown',
        },
      });
      const data = { purposes: ['case_work', 'reminders'], language: 'de', form: 'paper', textVersion: '1' };
      await this.command(journey, { type: 'ReachMilestone', milestone: 'consent_given', on: today, data });
      return journey;
    },
    /** Puts Lotse's clock forward so far that an instant is so many milliseconds ahead. */
    putForwardTo(instant: Instant, msBefore: number): void {
      aheadMs = Date.parse(instant) - msBefore - Date.now();
    },
    /** What lies ahead of a journey: every deadline by id and day, every act by id and instant. */
    async ahead(journey: string) {
      const { state } = await loadJourney(sql, secrets.wrapping, journey);
      const { rows } = await sql.query<{ id: string; due: string; state: string }>(
        'SELECT id, due::text, state FROM rm.deadline WHERE journey_id = $1 ORDER BY id',
        [journey],
      );
      const acts = itemsIn(agendaOf(state)).map(({ key, act, to, at }) => ({ key, act, to, at }));
      return { version: state.plain.streamVersion, deadlines: rows, acts: acts.sort(byInstant) };
    },
    async end(): Promise<void> {
      await sql.end();
      await database.drop();
    },
  };
}

const byInstant = (a: { at: Instant; key: string }, b: { at: Instant; key: string }): number =>
  a.at.localeCompare(b.at) || a.key.localeCompare(b.key);
