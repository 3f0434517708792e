import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { startPostgres, type RunningPostgres } from '../../../src/embedded/postgres/start-postgres.js';
import { freePort } from '../../../src/embedded/ports.js';
import { answers } from '../../../src/embedded/temporal/answers.js';
import { composeWith, example, loginStatements, type ServiceName } from '../../docs/container-files.js';
import { asAdmin } from '../database.js';
import { eventually } from '../eventually.js';
import { postbox } from './postbox.js';
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

/**
 * What docker-compose.yml describes, without an engine: each of its services as a process of its own, with the
 * command and the environment that stand there. Changed are hosts and ports, for all is on this machine.
 */
export async function production() {
  const { services } = composeWith(example);
  const programs = await temporalPrograms();
  const dataDir = mkdtempSync(join(tmpdir(), 'lotse-production-'));
  const keyFile = join(dataDir, 'master.key');
  writeFileSync(keyFile, randomBytes(32).toString('hex'));
  const mail = await postbox();
  const ports = { postgres: await freePort(), api: await freePort() };
  const temporal = new Map<string, string>();
  for (const name of temporalPorts) temporal.set(name, String(await freePort()));
  const temporalAddress = `127.0.0.1:${temporal.get('FRONTEND_GRPC_PORT')}`;
  const path = `${programs}${delimiter}${process.env['PATH']}`;

  const database = (url: unknown): string => {
    const changed = new URL(ownName(String(url)));
    changed.host = `127.0.0.1:${ports.postgres}`;
    return changed.href;
  };
  const changes: Record<string, string> = {
    PATH: path,
    DATABASE_URL: database(services.api.environment['DATABASE_URL']),
    DATABASE_ADMIN_URL: database(services.api.environment['DATABASE_ADMIN_URL']),
    TEMPORAL_ADDRESS: temporalAddress,
    SMTP_URL: mail.url,
    LOTSE_HOST: '127.0.0.1',
    LOTSE_PORT: String(ports.api),
    LOTSE_MASTER_KEY_FILE: keyFile,
    POSTGRES_SEEDS: '127.0.0.1',
    DB_PORT: String(ports.postgres),
    SQL_HOST: '127.0.0.1',
    SQL_PORT: String(ports.postgres),
    BIND_ON_IP: '127.0.0.1',
    DYNAMIC_CONFIG_FILE_PATH: 'containers/temporal.yaml',
  };
  /** A service's environment; beside it only what says where things are, and that it need not be day. */
  const environment = (name: ServiceName, more: Record<string, string> = {}): Record<string, string> => {
    const given = Object.entries(services[name].environment);
    const texts = given.map(([key, value]) => [key, changes[key] ?? String(value)] as const);
    return { ...Object.fromEntries(texts), PATH: path, ...more };
  };
  const lotse = { LOTSE_QUIET_HOURS: 'off', LOTSE_OFFICE_PHONE: '0241 4710 99' };
  const script = (name: 'temporal-schema' | 'temporal-namespace'): Promise<string> =>
    runToEnd(['sh', `containers/${name}.sh`], environment(name));

  let postgres: RunningPostgres | undefined;
  const running: Partial<Record<ServiceName, Started>> = {};
  const start = {
    async postgres(): Promise<void> {
      postgres = await startPostgres({ dataDir, port: ports.postgres }, new AbortController().signal);
    },
    async temporal(): Promise<void> {
      const own = environment('temporal', Object.fromEntries(temporal));
      running.temporal = startProcess(['temporal-server', 'start'], own);
      await eventually(async () => {
        if (running.temporal?.runs() === false) throw new Error(running.temporal.said());
        if (!(await answers(temporalAddress, 'temporal-system'))) throw new Error('Temporal does not answer');
      }, 120_000);
    },
    async api(): Promise<void> {
      running.api = startProcess([process.execPath, 'dist/src/main.js'], environment('api', lotse));
    },
    async worker(): Promise<void> {
      running.worker = startProcess([process.execPath, 'dist/src/worker.js'], environment('worker', lotse));
    },
  };

  await start.postgres();
  for (const statement of loginStatements(ownName)) await asAdmin(postgres?.adminUrl ?? '', statement);
  await script('temporal-schema');
  await start.temporal();
  await script('temporal-namespace');
  await Promise.all([start.api(), start.worker()]);

  const url = `http://127.0.0.1:${ports.api}`;
  return {
    url,
    mail,
    start,
    running,
    adminUrl: database(services.api.environment['DATABASE_ADMIN_URL']),
    /** Stops the database's server; its data stay. */
    stopPostgres: async () => postgres?.stop(30_000),
    /** The scripts that bring Temporal's tables and namespace; again and again without harm. */
    script,
    /** Runs a command of the command line, as `docker compose exec api` does. */
    cli: (...args: string[]): Promise<string> =>
      runToEnd([process.execPath, 'dist/src/cli.js', ...args], {
        ...environment('api', lotse),
        LOTSE_DATA_DIR: dataDir,
      }),
    async stop(): Promise<void> {
      await Promise.all([running.api?.stop(), running.worker?.stop()]);
      await running.temporal?.stop();
      await postgres?.stop(30_000);
      await mail.close();
      for (const folder of [dataDir, programs]) rmSync(folder, { recursive: true, force: true });
    },
  };
}
