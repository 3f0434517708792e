import { join } from 'node:path';
import type { Environment } from '../config/read-variable.js';
import { freePort } from '../embedded/ports.js';
import { startPostgres, type RunningPostgres } from '../embedded/postgres/start-postgres.js';
import { startMailCatcher } from '../embedded/start-mail-catcher.js';
import { findTemporalCli } from '../embedded/temporal/find-tool.js';
import { startTemporal } from '../embedded/temporal/start-temporal.js';
import type { Ports } from './instance.js';
import type { Part } from './keeper.js';

/** What the embedded servers' parts are made from. */
export interface Ground {
  dataDir: string;
  /** Drawn once: an embedded server that is started again is where it was. */
  ports: Ports;
  env: Environment;
  say: (line: string) => void;
}

/** Free ports, those of the last run if they are still free. */
export async function drawPorts(last: Partial<Ports>): Promise<Ports> {
  const ports = {
    postgres: await freePort(last.postgres),
    temporal: await freePort(last.temporal),
    temporalUi: await freePort(last.temporalUi),
    mail: await freePort(last.mail),
  };
  return new Set(Object.values(ports)).size === 4 ? ports : drawPorts({});
}

/** @param onReady told the URLs each time the server is ready; they are the same each time */
export function postgresPart(
  { dataDir, ports, say }: Ground,
  onReady: (urls: Pick<RunningPostgres, 'url' | 'adminUrl'>) => void,
): Part {
  let told = false;
  const sayOnce = (line: string) => {
    if (!told) say(line);
    told = true;
  };
  return {
    title: `PostgreSQL on 127.0.0.1:${ports.postgres}`,
    logFile: join(dataDir, 'logs', 'postgres.log'),
    start: async (signal) => {
      const running = await startPostgres({ dataDir, port: ports.postgres, say: sayOnce }, signal);
      onReady(running);
      return running;
    },
  };
}

/** The embedded Temporal; its program is looked for at the first start. */
export function temporalPart(
  { dataDir, ports, env, say }: Ground,
  namespace: string,
  codecEndpoint: string,
): Part {
  let program: string | undefined;
  return {
    title: `Temporal on 127.0.0.1:${ports.temporal}`,
    logFile: join(dataDir, 'logs', 'temporal.log'),
    start: async (signal) => {
      program ??= await findTemporalCli({ env, dataDir, say: (line) => say(`  ${line}`), signal });
      const { temporal: port, temporalUi: uiPort } = ports;
      return startTemporal({ program, dataDir, port, uiPort, namespace, codecEndpoint }, signal);
    },
  };
}

/** The embedded mail catcher. */
export function mailCatcherPart({ dataDir, ports }: Ground): Part {
  return {
    title: `Mail catcher on 127.0.0.1:${ports.mail}`,
    logFile: join(dataDir, 'logs', 'mail-catcher.log'),
    start: (signal) => startMailCatcher({ dataDir, port: ports.mail }, signal),
  };
}
