import 'reflect-metadata';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AccountRefused } from './access/account-refused.js';
import { ConfigError, exitCodeForConfig } from './config/config-error.js';
import { readConfig } from './config/config.js';
import { whenStarterIsGone } from './embedded/starter-gone.js';
import { keptNames } from './directory/kept-names.js';
import { logAs, logToStdout, surviveFullLog, traceOf } from './http/log.js';
import { openDatabase } from './open-database.js';
import type { Platform } from './platform.js';
import { startTracing } from './tracing/start-tracing.js';
import { ProgrammeError } from './programmes/programme-error.js';

// The first process: the API.
logAs('api');

/** Requests that are under way get this long after a stop was asked for. */
const drainMs = 5000;

surviveFullLog();
let serves = false;
const stopping = new AbortController();
const requestStop = (): void => {
  if (!serves) process.exit(0); // nothing is under way yet, and a migration that is not through is undone
  stopping.abort();
};
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, requestStop);
whenStarterIsGone(requestStop);

async function run(): Promise<void> {
  const config = readConfig(process.env);
  const endTracing = await startTracing(config, 'api');
  const database = await openDatabase(config);
  const names = keptNames({ ...database, config });
  names.keeper.start();
  // all else is loaded meanwhile: that takes as long as reading half of a hundred thousand names
  const { createPlatform } = await import('./platform.js');
  const platform = await createPlatform(config, undefined, database);
  if (config.admin) {
    const { ensureFirstAdmin } = await import('./access/first-admin.js');
    await ensureFirstAdmin(platform.sql, config.admin);
  }
  const [{ AppModule }, { createHttpApp }] = await Promise.all([
    import('./app.module.js'),
    import('./http/create-http-app.js'),
  ]);
  const app = await createHttpApp(AppModule.for(platform, { names }), config.trustedProxies);
  await app.listen(config.port, config.host);
  serves = true;
  logToStdout({ level: 'info', event: 'api-ready', port: config.port });
  await new Promise((resolve) => stopping.signal.addEventListener('abort', resolve));
  await stop(app, platform);
  await endTracing();
}

async function stop(app: NestFastifyApplication, platform: Platform): Promise<void> {
  // a client that never ends must not hold up the stop
  const late = setTimeout(() => app.getHttpServer().closeAllConnections(), drainMs);
  await app.close();
  clearTimeout(late);
  await platform.close();
  logToStdout({ level: 'info', event: 'api-stopped' });
}

try {
  await run();
  process.exit(0);
} catch (error) {
  const told = [ConfigError, ProgrammeError, AccountRefused].some((kind) => error instanceof kind);
  process.stderr.write(`${told ? (error as Error).message : 'The API can’t go on; its log says why.'}\n`);
  if (!told) logToStdout({ level: 'error', event: 'api-failed', ...traceOf(error) });
  process.exit(told ? exitCodeForConfig : 1);
}
