import { randomUUID } from 'node:crypto';
import type { Asked, away } from '../../activities/ports.js';
import type { Command } from '../../domain/journey/commands/index.js';
import type { Standing } from '../../domain/journey/standing.js';
import { berlinDay } from '../../domain/deadlines/berlin.js';
import { addDays } from '../../domain/deadlines/day-arithmetic.js';
import type { Day, Instant } from '../../domain/time.js';
import { NativeConnection } from '@temporalio/worker';
import { journeyWorkflowId, staffMailWorkflowId, standingQuery } from '../../workflows/messages.js';
import type { Clock } from '../../src/clock/clock.js';
import { createPool } from '../../src/database/pool.js';
import { masterSecrets } from '../../src/event-store/seal/master-secrets.js';
import { bulkActs } from '../../src/bulk/bulk-acts.js';
import { importActs } from '../../src/imports/import-acts.js';
import { CommandRunner, type CommandResult } from '../../src/journeys/command-runner.js';
import { readProgramme, type LoadedProgramme } from '../../src/programmes/read-programme.js';
import { Programmes } from '../../src/programmes/programmes.js';
import { Relay } from '../../src/relay/relay.js';
import type { OutgoingMail } from '../../src/reminders/compose.js';
import { journeyActs } from '../../src/reminders/journey-acts.js';
import type { Delivery } from '../../src/reminders/mailer.js';
import { readTexts } from '../../src/reminders/read-texts.js';
import { staffMailActs } from '../../src/staff-mail/staff-mail-acts.js';
import { StaffMailWaker } from '../../src/staff-mail/wake-staff-mail.js';
import { dataConverter } from '../../src/temporal/connect.js';
import { startWorker } from '../../src/worker/start-worker.js';
import { testDatabase, type ServerUrls } from './database.js';
import { builtWorkflows, timeSkippingServer } from './time-skipping.js';

/** A mail that left, and when, by Lotse's clock. */
export interface SentMail extends OutgoingMail {
  key: string;
  at: Instant;
}

/** Database, time-skipping Temporal, worker and relay: years pass in seconds. */
export type JourneyWorld = Awaited<ReturnType<typeof journeyWorld>>;

const folder = new URL('../../programmes/durchstarten/', import.meta.url);

/**
 * Starts a world of its own; `end` stops everything in it.
 * @param options.server another PostgreSQL than the one of this run
 * @param options.from the instant from which Lotse's clock runs on, as with `LOTSE_NOW`; default that of the server
 */
export async function journeyWorld(options: { from?: Instant; server?: ServerUrls } = {}) {
  const workflowBundle = builtWorkflows();
  const database = await testDatabase(options);
  const sql = createPool(database.url, 'import', 8);
  const secrets = masterSecrets(Buffer.alloc(32, 7));
  const env = await timeSkippingServer(secrets.payloads);
  const aheadMs = options.from === undefined ? 0 : Date.parse(options.from) - (await env.currentTimeMs());
  const now = async (): Promise<Instant> => new Date((await env.currentTimeMs()) + aheadMs).toISOString();
  const toTemporal = (instant: Instant): Instant => new Date(Date.parse(instant) - aheadMs).toISOString();
  const clock: Clock = { isReal: false, now, at: () => now(), toTemporal };
  const installed = await readProgramme(folder);
  // The rules were known before the world began: what is tested is facts that come to be known, not rules.
  const known = { secrets, quietHours: true, now: '2020-01-01T00:00:00.000Z' };
  let programmes = await Programmes.introduce(sql, [installed], known);
  let valid = 1;
  const generation = () => Promise.resolve(valid);
  let runner = new CommandRunner(sql, clock, secrets, programmes, generation);
  const installation = randomUUID();

  const mails: SentMail[] = [];
  const answers: (Delivery | 'dies')[] = [];
  const refused = new Set<string>();
  const mailer = {
    send: async (mail: OutgoingMail, key: string): Promise<Delivery> => {
      if (refused.has(mail.to)) return { state: 'failed', why: 'smtp_550' };
      const answer = answers.shift() ?? { state: 'sent' };
      if (answer === 'dies' || answer.state === 'sent') mails.push({ ...mail, key, at: await now() });
      if (answer === 'dies') throw new Error('killed after SMTP has answered');
      return answer;
    },
  };
  const failures: unknown[] = [];
  const hooks: { beforeAct?: ((asked: Asked) => Promise<typeof away | undefined>) | undefined } = {};
  const texts = new Map([['durchstarten', await readTexts(folder)]]);
  const acts = () =>
    journeyActs({ sql, clock, runner, programmes, texts, mailer, officePhone: '0241 000' }, generation);
  const engine = async () => {
    const worker = await startWorker({
      connection: env.nativeConnection,
      connect: () => NativeConnection.connect({ address: env.address }),
      namespace: env.namespace ?? 'default',
      identity: randomUUID(),
      dataConverter: dataConverter(secrets.payloads),
      workflowBundle,
      acts: {
        carryOutDue: async (asked) => (await hooks.beforeAct?.(asked)) ?? acts().carryOutDue(asked),
        reportPlanningFailed: (asked) => acts().reportPlanningFailed(asked),
      },
      imports: importActs({ sql, databaseUrl: database.url, secrets, programmes, runner }, (error) =>
        failures.push(error),
      ),
      bulk: bulkActs({ sql, secrets, runner }),
      staffMail: staffMailActs(
        { sql, clock, secrets, programmes, mailer, publicUrl: 'https://lotse.example' },
        generation,
      ),
      tell: (error) => failures.push(error),
    });
    const relay = new Relay({ sql, client: env.client, clock, installation, generation });
    relay.start();
    return { worker, relay };
  };
  let { worker, relay } = await engine();
  const waker = new StaffMailWaker({ sql, client: env.client, clock, programmes, installation, generation });

  const person = { kind: 'person', id: randomUUID(), role: 'coordinator' } as const;
  const command = async (journey: string, wish: Command): Promise<CommandResult> => {
    const result = await runner.run(journey, wish, { actor: person });
    await relay.idle();
    return result;
  };

  return {
    sql,
    secrets,
    get programmes() {
      return programmes;
    },
    get runner() {
      return runner;
    },
    get relay() {
      return relay;
    },
    /** Every mail that has left, the oldest first. */
    mails,
    /** The mails that have left for the participant of a journey, the oldest first. */
    mailsTo: (journey: string): SentMail[] => mails.filter(({ to }) => to === `${journey}@example.org`),
    /** The mails that have left for a member of staff, the oldest first. */
    mailsToStaff: (email: string): SentMail[] => mails.filter(({ to }) => to === email),
    /** Looks whether staff have to be written to at once; the first look starts their workflow. */
    wakeStaffMail: (): Promise<void> => waker.look(),
    /** Another Temporal has taken over, or this one has come back from the dead. */
    raiseGeneration: (): void => {
      valid += 1;
    },
    staffMail: env.client.workflow.getHandle(staffMailWorkflowId(installation)),
    /** How many messages of a journey wait for another try. */
    async heldMessages(journey: string): Promise<number> {
      const { rows } = await sql.query<{ count: number }>(
        `SELECT count(*)::int AS count FROM rm.message WHERE journey_id = $1 AND state = 'held'`,
        [journey],
      );
      return rows[0]?.count ?? 0;
    },
    /** What the SMTP server answers next; `dies`: it takes the mail, and nobody records that. Afterwards it takes everything. */
    answers,
    /** Addresses that the SMTP server refuses for good. */
    refused,
    failures,
    /** What happens, if anything, while an act is under way, before it looks at the journey; `away`: it can't look. */
    hooks,
    /** The installed texts: without them no reminder can be composed. */
    texts,
    now,
    today: async (): Promise<Day> => berlinDay(await now()),
    command,
    /** The workflow of a journey; the newest run, where none is named. */
    handle: (journey: string, run?: string) =>
      env.client.workflow.getHandle(journeyWorkflowId(installation, journey), run),
    standing: (journey: string): Promise<Standing> =>
      env.client.workflow.getHandle(journeyWorkflowId(installation, journey)).query(standingQuery),

    /** Opens a journey of somebody who may be reminded, with a paper that is valid so many days from today. */
    async open(
      options: { validForDays?: number; consents?: boolean; coach?: string; kind?: string } = {},
    ): Promise<string> {
      const journey = randomUUID();
      const today = berlinDay(await now());
      await command(journey, {
        type: 'OpenJourney',
        participant: randomUUID(),
        commune: 'eschweiler',
        coach: options.coach ?? null,
        person: { givenName: 'Merhawi', familyName: 'Tesfay', bornOn: addDays(today, -20 * 365) },
        contact: { language: 'de', email: `${journey}@example.org`, channels: ['email'] },
        ...(options.validForDays !== undefined && {
          document: {
            kind: options.kind ?? 'toleration_60a',
            validUntil: addDays(today, options.validForDays),
            employmentNote: 'unknown',
          },
        }),
      });
      if (options.consents === false) return journey;
      const data = { purposes: ['case_work', 'reminders'], language: 'de', form: 'paper', textVersion: '1' };
      await command(journey, { type: 'ReachMilestone', milestone: 'consent_given', on: today, data });
      return journey;
    },

    /** Lets time pass, after the workflows have heard everything. */
    async pass(duration: string | number): Promise<void> {
      await relay.idle();
      await env.sleep(duration);
      await relay.idle();
    },

    /** Lets time pass as it is while nobody carries anything out: the workflows hear nothing. */
    sleep: (ms: number): Promise<void> => env.sleep(ms),

    /** Worker and relay are gone. */
    async stopEngine(): Promise<void> {
      await relay.stop();
      await worker.stop();
    },

    /** Worker and relay are back. */
    async startEngine(): Promise<void> {
      ({ worker, relay } = await engine());
    },

    /**
     * Installs another definition, as an update does. The worker goes on: the server that skips time never gives a task
     * that it keeps for a worker which has gone to another one.
     */
    async install(definition: LoadedProgramme): Promise<void> {
      programmes = await Programmes.introduce(sql, [definition], { ...known, now: await now() });
      runner = new CommandRunner(sql, clock, secrets, programmes, generation);
    },

    async end(): Promise<void> {
      await relay.stop();
      await worker.stop();
      await env.teardown();
      await sql.end();
      await database.drop();
    },
  };
}
