import { connect } from 'node:net';
import type { Health } from '../../contract/routes/health.js';
import type { Config } from '../config/config.js';
import type { Sql } from '../database/sql.js';

export type PartState = Health['parts']['database'];

/** Longer than this and nobody would wait for it either. */
const patienceMs = 1000;

/** The parts that the database can tell of: itself, and the heartbeats of worker and relay, of the last 20 s. */
export async function partsInDatabase(
  sql: Sql,
): Promise<Pick<Health['parts'], 'database' | 'worker' | 'relay'>> {
  const asked = sql.query<{ part: string }>(
    `SELECT part FROM rm.heartbeat WHERE at > now() - interval '20 seconds'`,
  );
  const answer = await within(asked);
  const state = (part: string): PartState =>
    answer?.rows.some((beat) => beat.part === part) === true ? 'up' : 'down';
  return { database: answer ? 'up' : 'down', worker: state('worker'), relay: state('relay') };
}

/**
 * Asks Temporal whether it serves. The SDK is loaded and the connection made when it is first asked: the API needs
 * neither for anything else, and names are read sooner without.
 */
export function temporalProbe(config: Config): { ask(): Promise<PartState>; close(): Promise<void> } {
  let connected: ReturnType<typeof connectionTo> | undefined;
  const ask = async (): Promise<PartState> => {
    const connection = await (connected ??= connectionTo(config));
    const asked = connection.withDeadline(Date.now() + patienceMs, () =>
      connection.healthService.check({ service: 'temporal.api.workflowservice.v1.WorkflowService' }),
    );
    const serving = 1; // grpc.health.v1.HealthCheckResponse.ServingStatus.SERVING
    const answer: { status?: unknown } | undefined = await within(asked);
    return answer?.status === serving ? 'up' : 'down';
  };
  return { ask, close: async () => (await connected)?.close() };
}

async function connectionTo(config: Config) {
  const { lazyConnection } = await import('../temporal/connect.js');
  return lazyConnection(config);
}

/** Whether somebody listens where mail goes. */
export function askMail({ smtpUrl }: Config): Promise<PartState> {
  const { hostname, port, protocol } = new URL(smtpUrl);
  const standardPort = protocol === 'smtps:' ? 465 : 587;
  return new Promise((resolve) => {
    const host = hostname.replace(/^\[|\]$/g, '');
    const socket = connect({ host, port: Number(port) || standardPort, timeout: patienceMs });
    const settle = (state: PartState): void => {
      socket.destroy();
      resolve(state);
    };
    socket.once('connect', () => settle('up'));
    socket.once('timeout', () => settle('down'));
    socket.once('error', () => settle('down'));
  });
}

/** An answer in time, or `undefined`: whatever is wrong, the part is down. */
export async function within<Answer>(asked: Promise<Answer>): Promise<Answer | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), patienceMs);
  });
  try {
    return await Promise.race([asked.catch(() => undefined), late]);
  } finally {
    clearTimeout(timer);
  }
}
