import { ConfigError } from './config-error.js';
import { isLoopback } from './loopback.js';

/** What decides whether a demonstration stays on this machine. */
export interface Surroundings {
  host: string;
  /** Whether mail goes to the embedded catcher. */
  mailCatcher: boolean;
}

/** What makes it a demonstration, as a refusal's first words, and how one gets out of that. */
export interface Sandbox {
  because: string;
  wayOut: string;
}

/** The demonstration is switched on. */
export const switchedOn: Sandbox = { because: 'LOTSE_DEMO is on', wayOut: 'set LOTSE_DEMO=off' };

/** The data are those of a demonstration, whatever is switched now. */
export const heldByData: Sandbox = {
  because: 'This Lotse holds a demonstration',
  wayOut: 'start on another LOTSE_DATA_DIR or DATABASE_URL',
};

/**
 * Keeps a demonstration to itself (contract §2): its mail goes to the catcher, its pages to this machine.
 * @throws ConfigError that names both sides
 */
export function assertSandbox({ host, mailCatcher }: Surroundings, { because, wayOut } = switchedOn): void {
  if (!mailCatcher) {
    throw new ConfigError(
      `${because} and SMTP_URL is set: a demonstration sends to its own catcher only. Unset SMTP_URL, or ${wayOut}.`,
    );
  }
  if (!isLoopback(host)) {
    throw new ConfigError(
      `${because} and LOTSE_HOST is "${host}": a demonstration listens on this machine only. Unset LOTSE_HOST, or ${wayOut}.`,
    );
  }
}

/**
 * A clock that is not the real one would send real reminders on wrong days.
 * @throws ConfigError unless the clock may be moved
 */
export function assertClockMayMove(
  name: 'LOTSE_NOW' | 'LOTSE_CLOCK_OFFSET_MS',
  nodeEnv: string,
  demo: boolean,
): void {
  if (nodeEnv === 'test' || demo) return;
  throw new ConfigError(
    `${name} is set; it is taken only with NODE_ENV=test or in a demonstration (LOTSE_DEMO=on). Unset it.`,
  );
}
