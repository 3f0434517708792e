import { setTimeout as wait } from 'node:timers/promises';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { exitCodeForConfig, ConfigError } from './config/config-error.js';
import { readConfig } from './config/config.js';
import { logToStdout, traceOf } from './http/log.js';
import { importActs } from './imports/import-acts.js';
import { startImports } from './imports/start-imports.js';
import { createPlatform } from './platform.js';
import { ProgrammeError } from './programmes/read-yaml.js';
import { Relay } from './relay/relay.js';
import { journeyActs } from './reminders/journey-acts.js';
import { smtpMailer } from './reminders/mailer.js';
import { staffMailActs } from './staff-mail/staff-mail-acts.js';
import { wakeStaffMail } from './staff-mail/wake-staff-mail.js';
import { connectClient, dataConverter, registerSearchAttributes } from './temporal/connect.js';
import { beat } from './worker/heartbeat.js';
import { OnlyOne } from './worker/only-one.js';
import { replanLock, replanOutdated } from './worker/replan.js';
import { connectWorker, startWorker } from './worker/start-worker.js';

// The second process: carries out what is due, and tells the workflows what has happened.
const log = (event: string, error?: unknown): void =>
  logToStdout({ level: error ? 'error' : 'info', event, ...(error !== undefined && traceOf(error)) });

// Signals are ours: the runtime's own handlers would stop the worker before the relay has given its rows back.
Runtime.install({
  shutdownSignals: [],
  logger: new DefaultLogger('WARN', ({ level, message }) =>
    logToStdout({ level: level === 'ERROR' ? 'error' : 'info', event: message }),
  ),
});

const stopping = new AbortController();
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stopping.abort());
process.on('disconnect', () => stopping.abort()); // the supervisor is gone

async function run(): Promise<void> {
  const config = readConfig(process.env);
  const platform = await createPlatform(config);
  const { sql, clock, secrets, programmes, runner, installation, generation, texts } = platform;
  const { client, connection } = connectClient(config, secrets.payloads);
  const native = await untilThere(() => connectWorker(config));
  await untilThere(() => registerSearchAttributes(connection, config.temporal.namespace));

  const { officePhone, publicUrl } = config;
  const mailer = smtpMailer(config.smtpUrl, config.mailFrom);
  const acts = journeyActs({
    sql,
    clock,
    runner,
    programmes,
    texts,
    mailer,
    ...(officePhone && { officePhone }),
  });
  const imports = importActs(platform, (error) => log('directory-failed', error));
  const worker = await startWorker({
    connection: native,
    namespace: config.temporal.namespace,
    dataConverter: dataConverter(secrets.payloads),
    workflowBundle: { codePath: new URL('../workflow-bundle.js', import.meta.url).pathname },
    acts,
    imports,
    staffMail: staffMailActs({ ...platform, mailer, publicUrl }, generation),
    tell: (error) => log('act-failed', error),
  });
  const relay = new Relay({ sql, client, clock, installation, generation });
  relay.start();
  const pulse = beat(sql, relay);
  const starting = startImports({ sql, client, installation });
  const waking = wakeStaffMail({ sql, client, clock, programmes, installation, generation });
  const planner = new OnlyOne(sql, replanLock);
  const replanning = everyMinute(async () =>
    (await planner.isMe()) ? replanOutdated(sql, runner, programmes, generation) : 0,
  );
  process.send?.({ ready: true });
  log('worker-ready');

  await Promise.race([
    worker.ended,
    new Promise((resolve) => stopping.signal.addEventListener('abort', resolve)),
  ]);
  stopping.abort();
  await Promise.all([relay.stop(), worker.stop(), pulse.stop(), starting.stop(), waking.stop(), replanning]);
  planner.resign();
  await imports.end();
  await native.close();
  await connection.close();
  await platform.close();
}

/** Temporal may start later than the worker: it is waited for. */
async function untilThere<Result>(connect: () => Promise<Result>): Promise<Result> {
  for (;;) {
    try {
      return await connect();
    } catch (error) {
      if (stopping.signal.aborted) throw error;
      await wait(500);
    }
  }
}

/** Works off what is there, then looks again every minute. */
async function everyMinute(work: () => Promise<number>): Promise<void> {
  while (!stopping.signal.aborted) {
    const done = await work().catch((error: unknown) => (log('replan-failed', error), 0));
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
