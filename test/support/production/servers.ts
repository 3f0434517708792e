import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { startPostgres, type RunningPostgres } from '../../../src/embedded/postgres/start-postgres.js';
import { freePort } from '../../../src/embedded/ports.js';
import { answers } from '../../../src/embedded/temporal/answers.js';
import { composeWith, example, loginStatements, type ServiceName } from '../../docs/container-files.js';
import { asAdmin } from '../database.js';
import { runToEnd, startProcess, type Started } from './processes.js';
import { temporalPrograms } from './temporal-programs.js';

/** The embedded server has a login and a database of that name already. */
const ownName = (text: string): string => text.replaceAll(/\blotse\b/g, 'lotse_produced');

const temporalPorts = [
  'FRONTEND_GRPC_PORT',
  'FRONTEND_HTTP_PORT',
  'FRONTEND_MEMBERSHIP_PORT',
  'MATCHING_GRPC_PORT',
  'MATCHING_MEMBERSHIP_PORT',
  'HISTORY_GRPC_PORT',
  'HISTORY_MEMBERSHIP_PORT',
  'WORKER_GRPC_PORT',
  'WORKER_MEMBERSHIP_PORT',
];

/** The servers of docker-compose.yml, and what its other services need to know of them. */
export type ProductionServers = Awaited<ReturnType<typeof productionServers>>;

/**
 * PostgreSQL and Temporal on it as docker-compose.yml describes them, without an engine: each as a process of its own,
 * with the command and the environment that stand there. Changed are hosts and ports, for all is on this machine.
 * @param more environment of all services that is changed beside
 * @param programs a folder with Temporal's programs, which is removed at the end; default those that are named or built
 */
export async function productionServers(more: Readonly<Record<string, string>> = {}, programs?: string) {
  const { services } = composeWith(example);
  const folder = programs ?? (await temporalPrograms());
  const dataDir = mkdtempSync(join(tmpdir(), 'lotse-production-'));
  const keyFile = join(dataDir, 'master.key');
  writeFileSync(keyFile, randomBytes(32).toString('hex'));
  const port = await freePort();
  const temporal = new Map<string, string>();
  for (const name of temporalPorts) temporal.set(name, String(await freePort()));
  const temporalAddress = `127.0.0.1:${temporal.get('FRONTEND_GRPC_PORT')}`;
  const path = `${folder}${delimiter}${process.env['PATH']}`;

  const database = (url: unknown): string => {
    const changed = new URL(ownName(String(url)));
    changed.host = `127.0.0.1:${port}`;
    return changed.href;
  };
  const changes: Record<string, string> = {
    PATH: path,
    DATABASE_URL: database(services.api.environment['DATABASE_URL']),
    DATABASE_ADMIN_URL: database(services.api.environment['DATABASE_ADMIN_URL']),
    TEMPORAL_ADDRESS: temporalAddress,
    LOTSE_MASTER_KEY_FILE: keyFile,
    POSTGRES_SEEDS: '127.0.0.1',
    DB_PORT: String(port),
    SQL_HOST: '127.0.0.1',
    SQL_PORT: String(port),
    BIND_ON_IP: '127.0.0.1',
    DYNAMIC_CONFIG_FILE_PATH: 'containers/temporal.yaml',
    ...more,
  };
  /** A service's environment; beside it only what says where things are, and that it need not be day. */
  const environment = (name: ServiceName, own: Record<string, string> = {}): Record<string, string> => {
    const given = Object.entries(services[name].environment);
    const texts = given.map(([key, value]) => [key, changes[key] ?? String(value)] as const);
    return { ...Object.fromEntries(texts), PATH: path, ...own };
  };
  const script = (name: 'temporal-schema' | 'temporal-namespace'): Promise<string> =>
    runToEnd(['sh', `containers/${name}.sh`], environment(name));

  let postgres: RunningPostgres | undefined;
  const running: { temporal?: Started } = {};
  const start = {
    async postgres(): Promise<void> {
      postgres = await startPostgres({ dataDir, port }, new AbortController().signal);
    },
    async temporal(): Promise<void> {
      const server = startProcess(
        ['temporal-server', 'start'],
        environment('temporal', Object.fromEntries(temporal)),
      );
      running.temporal = server;
      await untilAnswers(server, temporalAddress);
    },
  };

  await start.postgres();
  for (const statement of loginStatements(ownName)) await asAdmin(postgres?.adminUrl ?? '', statement);
  await script('temporal-schema');
  await start.temporal();
  await script('temporal-namespace');
  return {
    temporalAddress,
    dataDir,
    environment,
    start,
    running,
    adminUrl: database(services.api.environment['DATABASE_ADMIN_URL']),
    /** Stops the database's server; its data stay. */
    stopPostgres: async () => postgres?.stop(30_000),
    /** The scripts that bring Temporal's tables and namespace; again and again without harm. */
    script,
    async stop(): Promise<void> {
      await running.temporal?.stop();
      await postgres?.stop(30_000);
      for (const each of [dataDir, folder]) rmSync(each, { recursive: true, force: true });
    },
  };
}

const patienceMs = 120_000;

async function untilAnswers(server: Started, address: string): Promise<void> {
  const end = Date.now() + patienceMs;
  while (!(await answers(address, 'temporal-system'))) {
    if (!server.runs()) throw new Error(server.said());
    if (Date.now() > end) throw new Error('Temporal does not answer');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
