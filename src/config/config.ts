import { resolve } from 'node:path';
import { readAdmin, type FirstAdmin } from './admin.js';
import { ConfigError } from './config-error.js';
import { httpUrl } from './loopback.js';
import { readMasterKey } from './master-key.js';
import { readOptional, readRequired, type Environment } from './read-variable.js';
import { assertClockMayMove, assertSandbox } from './sandbox.js';
import { readTemporal, type TemporalConnection } from './temporal-connection.js';

/** What API, worker and command line are told; every value is there, defaults included. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Absolute. */
  readonly dataDir: string;
  readonly demo: boolean;
  /** `adminUrl` is for migrations only and equals `url` when the operator gave one. */
  readonly database: { readonly url: string; readonly adminUrl: string };
  readonly temporal: Readonly<TemporalConnection>;
  /** The page of Temporal's own interface, whose origin may call the codec endpoint. */
  readonly temporalUiOrigin?: string;
  readonly smtpUrl: string;
  /** Whether `smtpUrl` is the embedded catcher. */
  readonly mailCatcher: boolean;
  readonly mailFrom: string;
  /** Without a slash at the end. */
  readonly publicUrl: string;
  /** Addresses and networks whose word on who calls is taken, beside this machine's own. */
  readonly trustedProxies: readonly string[];
  readonly officePhone?: string;
  /** 32 bytes. */
  readonly masterKey: Buffer;
  readonly quietHours: boolean;
  readonly admin?: FirstAdmin;
  /** What the clock of all processes is ahead of the system's, in milliseconds. */
  readonly clockOffsetMs: number;
  readonly metricsToken?: string;
  readonly nodeEnv: string;
}

/** One of the Bundesnetzagentur's numbers for films and books: nobody is rung up by a demonstration. */
const inventedOfficePhone = '0221 4710 123';

/**
 * Reads and checks the whole environment of a process.
 * @throws ConfigError with one line for the first thing that is wrong
 */
export function readConfig(env: Environment): Config {
  const host = readRequired(env, 'LOTSE_HOST');
  const port = readRequired(env, 'LOTSE_PORT');
  const demo = readOptional(env, 'LOTSE_DEMO') ?? false;
  const mailCatcher = readRequired(env, 'LOTSE_MAIL_CATCHER');
  if (demo) assertSandbox({ host, mailCatcher });
  const url = readRequired(env, 'DATABASE_URL');
  const officePhone = readOptional(env, 'LOTSE_OFFICE_PHONE') ?? (demo ? inventedOfficePhone : undefined);
  const metricsToken = readOptional(env, 'LOTSE_METRICS_TOKEN');
  const temporalUi = readOptional(env, 'LOTSE_TEMPORAL_UI_URL');
  const admin = readAdmin(env);
  return Object.freeze({
    port,
    host,
    dataDir: resolve(readRequired(env, 'LOTSE_DATA_DIR')),
    demo,
    database: Object.freeze({ url, adminUrl: readOptional(env, 'DATABASE_ADMIN_URL') ?? url }),
    temporal: Object.freeze(readTemporal(env)),
    ...(temporalUi && { temporalUiOrigin: new URL(temporalUi).origin }),
    smtpUrl: readRequired(env, 'SMTP_URL'),
    mailCatcher,
    mailFrom: readRequired(env, 'LOTSE_MAIL_FROM'),
    publicUrl: (readOptional(env, 'LOTSE_PUBLIC_URL') ?? httpUrl(host, port)).replace(/\/+$/, ''),
    trustedProxies: readOptional(env, 'LOTSE_TRUSTED_PROXIES') ?? [],
    ...(officePhone && { officePhone }),
    masterKey: readMasterKey(env),
    quietHours: readOptional(env, 'LOTSE_QUIET_HOURS') ?? !demo,
    ...(admin && { admin }),
    clockOffsetMs: readClockOffset(env, demo),
    ...(metricsToken && { metricsToken }),
    nodeEnv: readRequired(env, 'NODE_ENV'),
  });
}

function readClockOffset(env: Environment, demo: boolean): number {
  if (env['LOTSE_NOW']) {
    // Each process would count from its own start: the supervisor turns it into one offset for all.
    throw new ConfigError(
      'LOTSE_NOW is taken by npm start only; a process of its own takes LOTSE_CLOCK_OFFSET_MS.',
    );
  }
  const offset = readRequired(env, 'LOTSE_CLOCK_OFFSET_MS');
  if (offset !== 0) assertClockMayMove('LOTSE_CLOCK_OFFSET_MS', readRequired(env, 'NODE_ENV'), demo);
  return offset;
}
