import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { activityInfo } from '@temporalio/activity';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { exitCodeForConfig, ConfigError } from './config/config-error.js';
import { bulkActs } from './bulk/bulk-acts.js';
import { startBulkActs } from './bulk/start-bulk-acts.js';
import { readConfig } from './config/config.js';
import { whenStarterIsGone } from './embedded/starter-gone.js';
import { logAs, logToStdout, surviveFullLog, traceOf } from './http/log.js';
import { importActs } from './imports/import-acts.js';
import { startImports } from './imports/start-imports.js';
import { readInstallation } from './installation.js';
import { createPlatform } from './platform.js';
import { ProgrammeError } from './programmes/programme-error.js';
import { workflowCheck } from './reconciliation/workflows.js';
import { Relay } from './relay/relay.js';
import { countedMailer } from './metrics/counted-mailer.js';
import { Counters } from './metrics/counters.js';
import { shareCounts } from './metrics/worker-counts.js';
import { journeyActs } from './reminders/journey-acts.js';
import { smtpMailer } from './reminders/mailer.js';
import { staffMailActs } from './staff-mail/staff-mail-acts.js';
import { wakeStaffMail } from './staff-mail/wake-staff-mail.js';
import { connectClient, dataConverter, registerSearchAttributes } from './temporal/connect.js';
import { startTracing } from './tracing/start-tracing.js';
import { whyAway } from './temporal/why-away.js';
import { beat } from './worker/heartbeat.js';
import { Refolding } from './worker/refold.js';
import { watchLostWorkers } from './worker/lost-workers.js';
import { checkNightly } from './worker/nightly-check.js';
import { OnlyOne } from './worker/only-one.js';
import { freeOrphans } from './worker/orphaned-tasks.js';
import { replanLock, replanOutdated } from './worker/replan.js';
import { connectWorker, startWorker } from './worker/start-worker.js';

// The second process: carries out what is due, and tells the workflows what has happened.
logAs('worker');
const log = (event: string, error?: unknown, more: Record<string, string> = {}): void =>
  logToStdout({
    level: error ? 'error' : 'info',
    event,
    ...more,
    ...(error !== undefined && traceOf(error)),
  });

/** Which workflow asked for what: a journey's id is in its workflow's. Only while an activity runs. */
function askedBy(): Record<string, string> {
  const { activityType: act, workflowExecution } = activityInfo();
  return { act, ...(workflowExecution && { workflow: workflowExecution.workflowId }) };
}

// Signals are ours: the runtime's own handlers would stop the worker before the relay has given its rows back.
Runtime.install({
  shutdownSignals: [],
  logger: new DefaultLogger('WARN', ({ level, message }) =>
    logToStdout({ level: level === 'ERROR' ? 'error' : 'info', event: message }),
  ),
});

surviveFullLog();
let works = false;
const stopping = new AbortController();
const requestStop = (): void => {
  if (!works) process.exit(0); // nothing is under way yet, and a migration that is not through is undone
  stopping.abort();
};
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, requestStop);
whenStarterIsGone(requestStop);

async function run(): Promise<void> {
  const config = readConfig(process.env);
  const endTracing = await startTracing(config, 'worker');
  const counters = new Counters('worker');
  const platform = await createPlatform(config, counters);
  const { sql, clock, secrets, programmes, runner, installation, generation, texts } = platform;
  const { client, connection } = connectClient(config, secrets.payloads);
  const native = await untilThere(() => connectWorker(config));
  await untilThere(() => registerSearchAttributes(connection, config.temporal.namespace));

  const { officePhone, publicUrl } = config;
  const smtp = smtpMailer(config.smtpUrl, config.mailFrom, clock);
  const mailer = countedMailer(smtp, counters);
  const acts = journeyActs(
    { sql, clock, runner, programmes, texts, mailer, ...(officePhone && { officePhone }) },
    generation,
  );
  const imports = importActs({ ...platform, databaseUrl: config.database.url }, (error) =>
    log('directory-failed', error),
  );
  const identity = `${process.pid}@${hostname()} ${randomUUID()}`;
  const lostWorkers = watchLostWorkers(sql, identity);
  const bulk = bulkActs(platform);
  works = true;
  const worker = await startWorker({
    connection: native,
    connect: () => connectWorker(config),
    namespace: config.temporal.namespace,
    identity,
    dataConverter: dataConverter(secrets.payloads),
    workflowBundle: { codePath: new URL('../workflow-bundle.js', import.meta.url).pathname },
    acts,
    imports,
    bulk,
    staffMail: staffMailActs({ ...platform, mailer, publicUrl }, generation),
    areWorkersDying: lostWorkers.areThere,
    tell: (error) => {
      counters.count('lotse_acts_failed_total');
      log('act-failed', error, askedBy());
    },
  });
  const current = async (): Promise<number> => (await readInstallation(sql)).generation;
  const relay = new Relay({ sql, client, clock, installation, generation: current, counters });
  relay.start();
  const freeing = freeOrphans({ sql, client, clock, installation, gone: lostWorkers.gone });
  const pulse = beat(sql, relay);
  const counting = shareCounts(sql, counters);
  const starting = startImports({ sql, client, installation });
  const startingBulk = startBulkActs({ sql, client, installation, acts: bulk });
  const waking = wakeStaffMail({ sql, client, clock, programmes, installation, generation });
  const planner = new OnlyOne(sql, replanLock);
  const replanning = everyMinute('replan-failed', async () =>
    (await planner.isMe()) ? replanOutdated(platform, runner) : 0,
  );
  const refolder = new Refolding(platform, (journey, why) =>
    logToStdout({ level: 'error', event: 'journey-not-refolded', journey, why }),
  );
  const refolding = everyMinute('refold-failed', () => refolder.step());
  const workflows = workflowCheck({ sql, client, installation, generation });
  const checking = checkNightly({ ...platform, workflows }, (error) =>
    log(error === undefined ? 'reconciliation-done' : 'reconciliation-failed', error),
  );
  process.send?.({ ready: true });
  log('worker-ready');

  await Promise.race([worker.ended, stopRequested()]);
  stopping.abort();
  await Promise.all([
    relay.stop(),
    worker.stop(),
    pulse.stop(),
    freeing.stop(),
    starting.stop(),
    startingBulk.stop(),
    waking.stop(),
    checking.stop(),
    replanning,
    refolding,
  ]);
  await lostWorkers.leave();
  await counting.stop();
  planner.resign();
  await imports.end();
  smtp.close();
  await native.close();
  await connection.close();
  await platform.close();
  await endTracing();
}

/** Also where it came while the worker was being made. */
async function stopRequested(): Promise<void> {
  if (stopping.signal.aborted) return;
  await new Promise((resolve) => stopping.signal.addEventListener('abort', resolve));
}

/** Temporal may start later than the worker: it is waited for, and told once why it is. */
async function untilThere<Result>(connect: () => Promise<Result>): Promise<Result> {
  let told = '';
  for (;;) {
    try {
      return await connect();
    } catch (error) {
      const why = whyAway(error);
      if (why !== told) logToStdout({ level: 'error', event: 'temporal-away', why });
      told = why;
      await wait(500);
    }
  }
}

/** Works off what is there, then looks again every minute. */
async function everyMinute(failure: string, work: () => Promise<number>): Promise<void> {
  while (!stopping.signal.aborted) {
    const done = await work().catch((error: unknown) => (log(failure, error), 0));
    if (done === 0) await wait(60_000, undefined, { signal: stopping.signal }).catch(() => undefined);
  }
}

try {
  await run();
  process.exit(0);
} catch (error) {
  const isConfig = error instanceof ConfigError || error instanceof ProgrammeError;
  process.stderr.write(`${isConfig ? error.message : 'The worker can’t go on; its log says why.'}\n`);
  if (!isConfig) log('worker-failed', error);
  process.exit(isConfig ? exitCodeForConfig : 1);
}
