import { readConfig } from '../config/config.js';
import { readRequired } from '../config/read-variable.js';
import { childrenEnv, type Servers } from './children-env.js';
import { mailCatcherPart, postgresPart, temporalPart, type Ground } from './embedded-parts.js';
import { Keeper, type Part } from './keeper.js';
import { makeDemonstration } from './make-demonstration.js';
import { apiPart, workerPart } from './own-parts.js';
import { codecEndpoint, type Settings } from './settings.js';

type PartName = 'postgres' | 'temporal' | 'mail' | 'api' | 'worker';

/** Everything within which a stop has to be done. */
const stopWithinMs = 14_500;

/** All that one Lotse consists of, from the first server to the last process. */
export class Lotse {
  readonly #keepers: { [Name in PartName]?: Keeper } = {};
  #signIn: readonly string[] = [];
  readonly #stop = new AbortController();

  constructor(
    private readonly settings: Settings,
    private readonly ground: Ground,
    private readonly keyFile: string | undefined,
  ) {}

  /**
   * Starts the servers that the operator does not bring along, then API and worker.
   * @returns where the servers are
   * @throws StartError or ConfigError; what runs by then is stopped with `stop`
   */
  async start(): Promise<Servers> {
    const { dataDir, env } = this.ground;
    const servers = await this.#startServers();
    const complete = childrenEnv(env, this.settings, servers, dataDir, this.keyFile);
    readConfig(complete); // what is wrong is said by us, not by two children at once
    if (this.settings.demo) {
      this.#signIn = await makeDemonstration(this.ground, complete, this.#stop.signal);
    }
    await allOf([
      this.#start('api', apiPart(dataDir, complete, this.settings.url)),
      this.#start('worker', workerPart(dataDir, complete)),
    ]);
    return servers;
  }

  /** Who may sign in to a demonstration, and how; no line for any other Lotse. */
  get signIn(): readonly string[] {
    return this.#signIn;
  }

  /** Stops all in order: who uses a server before the server, so that nothing is lost. */
  async stop(): Promise<void> {
    this.#stop.abort();
    const end = performance.now() + stopWithinMs;
    const within = (ms: number) => Math.max(200, Math.min(ms, end - performance.now()));
    const { api, worker, mail, temporal, postgres } = this.#keepers;
    await Promise.all([api?.stop(within(7000)), worker?.stop(within(7000))]);
    await mail?.stop(within(1000));
    await temporal?.stop(within(3000));
    await postgres?.stop(within(stopWithinMs));
  }

  async #startServers(): Promise<Servers> {
    const { external } = this.settings;
    const { env, ports } = this.ground;
    const given = (name: 'DATABASE_URL' | 'DATABASE_ADMIN_URL' | 'TEMPORAL_ADDRESS' | 'SMTP_URL') =>
      env[name] ?? '';
    const servers: Servers = {
      databaseUrl: given('DATABASE_URL'),
      databaseAdminUrl: given('DATABASE_ADMIN_URL') || given('DATABASE_URL'),
      temporalAddress: external.temporal ? given('TEMPORAL_ADDRESS') : `127.0.0.1:${ports.temporal}`,
      ...(!external.temporal && { temporalUi: `http://127.0.0.1:${ports.temporalUi}` }),
      smtpUrl: external.smtp ? given('SMTP_URL') : `smtp://127.0.0.1:${ports.mail}`,
    };
    const postgres = postgresPart(this.ground, ({ url, adminUrl }) => {
      servers.databaseUrl = url;
      servers.databaseAdminUrl = adminUrl;
    });
    const temporal = temporalPart(
      this.ground,
      readRequired(env, 'TEMPORAL_NAMESPACE'),
      codecEndpoint(this.settings),
    );
    await allOf([
      ...(external.database ? [] : [this.#start('postgres', postgres)]),
      ...(external.temporal ? [] : [this.#start('temporal', temporal)]),
      ...(external.smtp ? [] : [this.#start('mail', mailCatcherPart(this.ground))]),
    ]);
    return servers;
  }

  async #start(name: PartName, part: Part): Promise<void> {
    if (this.#stop.signal.aborted) throw new Error('a stop came first');
    const keeper = new Keeper(part, this.ground.say);
    this.#keepers[name] = keeper;
    await keeper.start();
  }
}

/** Like Promise.all, whose first failure would leave the others unobserved: here they go on until they are stopped. */
async function allOf(starts: readonly Promise<void>[]): Promise<void> {
  for (const start of starts) start.catch(() => undefined);
  await Promise.all(starts);
}
