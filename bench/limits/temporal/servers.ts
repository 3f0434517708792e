import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../../src/embedded/ports.js';
import { findTemporalCli } from '../../../src/embedded/temporal/find-tool.js';
import { startTemporal } from '../../../src/embedded/temporal/start-temporal.js';
import { productionServers } from '../../../test/support/production/servers.js';
import { temporalPrograms } from '../../../test/support/production/temporal-programs.js';
import type { TemporalAt } from './bare-side.js';

/** A Temporal of its own, for one topic. */
export interface OwnTemporal extends TemporalAt {
  stop(): Promise<void>;
}

/** The development server as Lotse starts it, on an empty file. */
export async function embeddedTemporal(): Promise<OwnTemporal> {
  const dataDir = mkdtempSync(join(tmpdir(), 'lotse-bench-temporal-'));
  const place = {
    program: await findTemporalCli({ env: process.env, dataDir }),
    dataDir,
    port: await freePort(),
    uiPort: await freePort(),
    namespace: 'lotse',
    codecEndpoint: 'http://127.0.0.1:9',
  };
  const running = await startTemporal(place, new AbortController().signal);
  return {
    address: `127.0.0.1:${place.port}`,
    namespace: place.namespace,
    async stop() {
      await running.stop(10_000);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

const missing =
  'LOTSE_TEMPORAL_SERVER and LOTSE_TEMPORAL_SQL_TOOL name no programs, and only the full form has Go build them.';

/**
 * The server of docker-compose.yml on a PostgreSQL.
 * @param mayBuild whether a quarter of an hour may be taken for building its programs, where Go is there
 * @returns the reason in one sentence where its programs are not there
 */
export async function temporalOnPostgres(mayBuild: boolean): Promise<OwnTemporal | { missing: string }> {
  const programs = await temporalPrograms(mayBuild).catch(() => undefined);
  if (programs === undefined) return { missing };
  const servers = await productionServers({}, programs);
  const namespace = servers.environment('worker')['TEMPORAL_NAMESPACE'] ?? 'default';
  return { address: servers.temporalAddress, namespace, stop: servers.stop };
}
