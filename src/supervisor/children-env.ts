import type { Environment } from '../config/read-variable.js';
import { variables } from '../config/variables.js';
import type { Settings } from './settings.js';

/** Where the servers are, embedded or not, once they answer. */
export interface Servers {
  databaseUrl: string;
  databaseAdminUrl: string;
  temporalAddress: string;
  temporalUi?: string;
  smtpUrl: string;
}

/**
 * The complete environment of API and worker: what the operator set, what was started, and the defaults.
 * @param dataDir absolute
 * @param keyFile the master key's file, when the operator brought none
 */
export function childrenEnv(
  env: Environment,
  settings: Settings,
  servers: Servers,
  dataDir: string,
  keyFile: string | undefined,
): NodeJS.ProcessEnv {
  const { demo, external, quietHours, clockOffsetMs } = settings;
  const onOff = (value: boolean) => (value ? 'on' : 'off');
  const complete: NodeJS.ProcessEnv = {
    ...withDefaults(env),
    LOTSE_DATA_DIR: dataDir,
    LOTSE_DEMO: onOff(demo),
    DATABASE_URL: servers.databaseUrl,
    DATABASE_ADMIN_URL: servers.databaseAdminUrl,
    TEMPORAL_ADDRESS: servers.temporalAddress,
    SMTP_URL: servers.smtpUrl,
    LOTSE_MAIL_CATCHER: onOff(!external.smtp),
    LOTSE_MAIL_FROM: env['LOTSE_MAIL_FROM'] || 'lotse@localhost',
    LOTSE_QUIET_HOURS: onOff(quietHours),
    LOTSE_CLOCK_OFFSET_MS: String(clockOffsetMs),
    LOTSE_NOW: undefined,
    ...(servers.temporalUi && { LOTSE_TEMPORAL_UI_URL: servers.temporalUi }),
    ...(keyFile && { LOTSE_MASTER_KEY_FILE: keyFile }),
  };
  // Keys and certificates of another Temporal would keep us from our own, which has none.
  if (!external.temporal) {
    for (const name of Object.keys(variables))
      if (/^TEMPORAL_(API_KEY|TLS)/.test(name)) delete complete[name];
  }
  return complete;
}

function withDefaults(env: Environment): NodeJS.ProcessEnv {
  const defaults = Object.entries(variables).flatMap(
    ([name, { default: text }]: [string, { default?: string }]) =>
      text === undefined ? [] : [[name, text] as const],
  );
  const given = Object.entries(env).filter(([, text]) => text !== undefined && text !== '');
  return { ...Object.fromEntries(defaults), ...Object.fromEntries(given) };
}

/** The worker opens no accounts: it is not told the first administrator's password. */
export function withoutAdmin(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return { ...env, LOTSE_ADMIN_EMAIL: undefined, LOTSE_ADMIN_PASSWORD: undefined };
}
