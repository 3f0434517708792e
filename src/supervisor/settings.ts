import { readAdmin } from '../config/admin.js';
import { ConfigError } from '../config/config-error.js';
import { localUrl } from '../config/loopback.js';
import { readMasterKey } from '../config/master-key.js';
import { readOptional, readRequired, type Environment } from '../config/read-variable.js';
import { assertClockMayMove, assertSandbox, heldByData, switchedOn } from '../config/sandbox.js';
import { readTemporal } from '../config/temporal-connection.js';
import { variables, type VariableName } from '../config/variables.js';
import type { Instance } from './instance.js';

/** What the operator wants, before anything is started. */
export interface Settings {
  host: string;
  port: number;
  /** The API as one reaches it from this machine. */
  url: string;
  demo: boolean;
  /** Whether it is a demonstration, or its data directory holds one. */
  sandbox: boolean;
  /** What the operator brings along; everything else is started. */
  external: { database: boolean; temporal: boolean; smtp: boolean };
  ownMasterKey: boolean;
  quietHours: boolean;
  clockOffsetMs: number;
}

/**
 * Checks the operator's whole environment before the first server is started.
 * @param remembered what the data directory says of itself; undefined for a fresh one
 * @param now milliseconds since 1970, from which the clock's offset is counted
 * @throws ConfigError with one line for the first thing that is wrong
 */
export function readSettings(
  env: Environment,
  remembered: Pick<Instance, 'demo' | 'demonstration'> | undefined,
  now: number,
): Settings {
  for (const name of Object.keys(variables) as VariableName[]) readOptional(env, name);
  const host = readRequired(env, 'LOTSE_HOST');
  const port = readRequired(env, 'LOTSE_PORT');
  const demo = readOptional(env, 'LOTSE_DEMO') ?? remembered?.demo ?? true;
  const sandbox = demo || remembered?.demonstration === true;
  const external = {
    database: !!env['DATABASE_URL'],
    temporal: !!env['TEMPORAL_ADDRESS'],
    smtp: !!env['SMTP_URL'],
  };
  if (sandbox) assertSandbox({ host, mailCatcher: !external.smtp }, demo ? switchedOn : heldByData);
  assertTogether(env);
  readAdmin(env);
  if (external.temporal) readTemporal(env);
  const ownMasterKey = !!(env['LOTSE_MASTER_KEY'] || env['LOTSE_MASTER_KEY_FILE']);
  if (ownMasterKey) readMasterKey(env);
  return {
    host,
    port,
    url: localUrl(host, port),
    demo,
    sandbox,
    external,
    ownMasterKey,
    quietHours: readOptional(env, 'LOTSE_QUIET_HOURS') ?? !demo,
    clockOffsetMs: readClock(env, demo, now),
  };
}

function assertTogether(env: Environment): void {
  if (env['DATABASE_ADMIN_URL'] && !env['DATABASE_URL']) {
    throw new ConfigError(
      'DATABASE_ADMIN_URL is set without DATABASE_URL; set both, or none for the embedded database.',
    );
  }
  if (env['SMTP_URL'] && !env['LOTSE_MAIL_FROM']) {
    throw new ConfigError(
      `LOTSE_MAIL_FROM is missing; with SMTP_URL it takes ${variables.LOTSE_MAIL_FROM.takes}.`,
    );
  }
}

/** Counted once, for all processes, also those that are started again: each would else begin at that instant. */
function readClock(env: Environment, demo: boolean, now: number): number {
  const wanted = readOptional(env, 'LOTSE_NOW');
  if (wanted === undefined) return 0;
  assertClockMayMove('LOTSE_NOW', readRequired(env, 'NODE_ENV'), demo);
  return Date.parse(wanted) - now;
}

/** The URL by which Temporal's pages, in the operator's browser, have payloads decoded. */
export function codecEndpoint({ host, port }: Settings): string {
  return `${localUrl(host, port)}/api/temporal-codec`;
}
