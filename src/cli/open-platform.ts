import type { Environment } from '../config/read-variable.js';
import { readConfig } from '../config/config.js';
import { createPlatform, type Platform } from '../platform.js';
import type { RunFile } from '../supervisor/run-file.js';
import { CliError } from './cli-error.js';
import { withKey } from './own-key.js';
import { runningLotse } from './where.js';

/**
 * Does some work on the database itself: a running Lotse's, or that of `DATABASE_URL`.
 * @throws CliError without either, ConfigError where the environment is wrong
 */
export async function withPlatform<Result>(
  env: Environment,
  work: (platform: Platform) => Promise<Result>,
): Promise<Result> {
  const run = runningLotse(env);
  if (!run && !env['DATABASE_URL']) throw new CliError('No Lotse runs here. Start it first: npm start');
  const platform = await createPlatform(
    readConfig({ ...unused, ...withKey(env), LOTSE_NOW: undefined, ...(run && runsIn(run)) }),
  );
  try {
    return await work(platform);
  } finally {
    await platform.close();
  }
}

/**
 * What most of these commands never use: the configuration is one for all processes, and says so when it is missing.
 * `LOTSE_NOW` is the supervisor's.
 */
const unused: Environment = {
  TEMPORAL_ADDRESS: '127.0.0.1:7233',
  SMTP_URL: 'smtp://127.0.0.1',
  LOTSE_MAIL_CATCHER: 'on',
  LOTSE_MAIL_FROM: 'lotse@localhost',
};

const onOff = (value: boolean): string => (value ? 'on' : 'off');

/** What a running Lotse goes by, whatever this shell's environment says. */
const runsIn = (run: RunFile): Environment => ({
  DATABASE_URL: run.databaseUrl,
  DATABASE_ADMIN_URL: run.databaseAdminUrl,
  TEMPORAL_ADDRESS: run.temporalAddress,
  TEMPORAL_NAMESPACE: run.temporalNamespace,
  LOTSE_DEMO: onOff(run.demo),
  LOTSE_QUIET_HOURS: onOff(run.quietHours),
  LOTSE_CLOCK_OFFSET_MS: String(run.clockOffsetMs),
  // the supervisor has checked that this Lotse's clock may be moved
  ...(run.clockOffsetMs !== 0 && { NODE_ENV: 'test' }),
  ...(run.masterKeyFile && { LOTSE_MASTER_KEY_FILE: run.masterKeyFile, LOTSE_MASTER_KEY: undefined }),
});
