import { existsSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { routes } from '../../contract/routes/index.js';
import { variables } from '../../src/config/variables.js';
import {
  composeWith,
  configOf,
  example,
  instructions,
  root,
  type Service,
  type ServiceName,
} from './container-files.js';

const { services, networks, volumes } = composeWith(example);
const all = Object.entries(services);

/** The ports that are published, by service. */
const published = () =>
  Object.fromEntries(all.flatMap(([name, { ports }]) => (ports ? [[name, ports]] : [])));

/** Who waits for whom, and until when. */
const waits = () =>
  Object.fromEntries(
    all.flatMap(([name, { depends_on: others }]) =>
      others
        ? [[name, Object.fromEntries(Object.entries(others).map(([on, how]) => [on, how.condition]))]]
        : [],
    ),
  );

/** What these images read, as their templates and pages name it. */
const knownToImages: Partial<Record<ServiceName, string[]>> = {
  'temporal-schema': ['SQL_PLUGIN', 'SQL_HOST', 'SQL_PORT', 'SQL_USER', 'SQL_PASSWORD'],
  temporal: [
    'DB',
    'DB_PORT',
    'POSTGRES_SEEDS',
    'POSTGRES_USER',
    'POSTGRES_PWD',
    'NUM_HISTORY_SHARDS',
    'BIND_ON_IP',
    'DYNAMIC_CONFIG_FILE_PATH',
    'LOG_LEVEL',
    'TEMPORAL_ALLOW_NO_AUTH',
  ],
  'temporal-namespace': ['TEMPORAL_ADDRESS', 'TEMPORAL_NAMESPACE'],
  'temporal-ui': [
    'TEMPORAL_ADDRESS',
    'TEMPORAL_UI_PORT',
    'TEMPORAL_DEFAULT_NAMESPACE',
    'TEMPORAL_CODEC_ENDPOINT',
    'TEMPORAL_CODEC_INCLUDE_CREDENTIALS',
  ],
  mail: [
    'ALLOWED_SENDER_DOMAINS',
    'RELAYHOST',
    'RELAYHOST_USERNAME',
    'RELAYHOST_PASSWORD',
    'POSTFIX_smtp_tls_security_level',
    'POSTFIX_smtpd_tls_security_level',
    'ANONYMIZE_EMAILS',
  ],
};

describe('docker-compose.yml', () => {
  it('publishes the API and Temporal’s pages only, on this machine only, where they listen', () => {
    const port = String(services.api.environment['LOTSE_PORT']);
    expect(port).toBe(variables.LOTSE_PORT.default);
    expect(services.api.environment['LOTSE_HOST']).toBe('0.0.0.0');
    const { 'temporal-ui': ui } = services;
    const uiPort = new URL(String(services.api.environment['LOTSE_TEMPORAL_UI_URL'])).port;
    expect(published()).toEqual({
      api: [`127.0.0.1:${port}:${port}`],
      'temporal-ui': [`127.0.0.1:${uiPort}:${ui.environment['TEMPORAL_UI_PORT']}`],
    });
    expect(instructions('EXPOSE')).toEqual([port]);
  });

  it('lets out only what has somebody to speak to outside', () => {
    expect(networks['inside']).toEqual({ internal: true });
    const outside = all.filter(([, { networks }]) => networks.includes('outside')).map(([name]) => name);
    expect(outside.sort()).toEqual(['api', 'mail', 'temporal-ui', 'worker']);
    expect(all.filter(([, { networks }]) => !networks.includes('inside'))).toEqual([]);
  });

  it('reaches PostgreSQL and Temporal by the names of their services', () => {
    const { temporal, api, worker, 'temporal-schema': schema } = services;
    for (const { environment } of [api, worker]) {
      const urls = ['DATABASE_URL', 'DATABASE_ADMIN_URL'].map((name) => new URL(String(environment[name])));
      expect(urls.map(({ host, pathname }) => host + pathname)).toEqual(Array(2).fill('postgres:5432/lotse'));
    }
    expect(temporal.environment).toMatchObject({ POSTGRES_SEEDS: 'postgres', DB_PORT: 5432 });
    expect(schema.environment).toMatchObject({ SQL_HOST: 'postgres', SQL_PORT: 5432 });
    for (const each of [worker, api, services['temporal-namespace'], services['temporal-ui']]) {
      expect(each.environment['TEMPORAL_ADDRESS']).toBe('temporal:7233');
    }
    for (const { environment } of [worker, api, services['temporal-namespace']]) {
      expect(environment['TEMPORAL_NAMESPACE']).toBe(variables.TEMPORAL_NAMESPACE.default);
    }
  });

  it('starts nothing before what it needs, and never waits for the API', () => {
    expect(waits()).toEqual({
      'temporal-schema': { postgres: 'service_healthy' },
      temporal: { 'temporal-schema': 'service_completed_successfully' },
      'temporal-namespace': { temporal: 'service_healthy' },
      'temporal-ui': { temporal: 'service_healthy' },
      // coaches work while Temporal is away
      api: { postgres: 'service_healthy' },
      worker: {
        postgres: 'service_healthy',
        'temporal-namespace': 'service_completed_successfully',
      },
    });
  });

  it('asks everything that goes on whether it is well; what ends is started again until it has succeeded', () => {
    for (const [name, { restart, healthcheck }] of all) {
      const ends = ['temporal-schema', 'temporal-namespace'].includes(name);
      expect([name, restart]).toEqual([name, ends ? 'on-failure' : 'unless-stopped']);
      expect([name, healthcheck === undefined]).toEqual([name, ends]);
    }
    expect(services.postgres.healthcheck?.test).toEqual(
      expect.arrayContaining(['pg_isready', '--host=127.0.0.1']),
    );
    const asked = ({ healthcheck }: Service): string | undefined => healthcheck?.test.at(-1);
    expect(asked(services.temporal)).toBe(String(services.api.environment['TEMPORAL_ADDRESS']).split(':')[1]);
    expect(asked(services['temporal-ui'])).toBe(
      String(services['temporal-ui'].environment['TEMPORAL_UI_PORT']),
    );
  });

  it('tells the other images only what they know', () => {
    for (const [name, known] of Object.entries(knownToImages)) {
      const given = Object.keys(services[name as ServiceName].environment);
      expect([name, given.filter((each) => !known.includes(each))]).toEqual([name, []]);
    }
  });

  it('mounts what exists, and keeps what has to be kept', () => {
    const mounted = all.flatMap(([, { volumes = [] }]) => volumes.map((each) => each.split(':')[0] ?? ''));
    const files = mounted.filter((each) => each.startsWith('./'));
    expect(files.filter((each) => !existsSync(new URL(each, root)))).toEqual([]);
    expect(files.sort()).toEqual([
      './containers/logins.sql',
      './containers/temporal-namespace.sh',
      './containers/temporal-schema.sh',
      './containers/temporal.yaml',
    ]);
    expect(mounted.filter((each) => !each.startsWith('./')).sort()).toEqual(Object.keys(volumes).sort());
    const used = ['temporal-schema', 'temporal-namespace'] as const;
    for (const name of used) {
      expect(services[name].volumes?.[0]).toBe(
        `./containers/${name}.sh:${services[name].command?.at(-1)}:ro`,
      );
    }
    expect(services.temporal.volumes?.[0]?.split(':')[1]).toBe(
      services.temporal.environment['DYNAMIC_CONFIG_FILE_PATH'],
    );
  });

  it('has Temporal’s pages ask the API to open what is sealed, which knows them', () => {
    const { environment } = services['temporal-ui'];
    const [from = ''] = published()['api'] ?? [];
    const [address, port] = from.split(':');
    expect(`${environment['TEMPORAL_CODEC_ENDPOINT']}/decode`).toBe(
      `http://${address}:${port}${routes.decodePayloads.path}`,
    );
    expect(configOf(services.api).temporalUiOrigin).toBe(
      `http://${published()['temporal-ui']?.[0]?.split(':').slice(0, 2).join(':')}`,
    );
  });

  it('believes what a proxy on this machine says of the caller, and nobody else', () => {
    const { subnet, gateway } = networks['outside']?.ipam?.config[0] ?? {};
    expect(configOf(services.api).trustedProxies).toEqual([gateway]);
    expect(subnet).toBe(`${gateway?.replace(/\.1$/, '.0')}/24`);
  });

  it('sends mail itself, and has a relay for whoever asks for one', () => {
    expect(all.filter(([, { profiles }]) => profiles).map(([name]) => name)).toEqual(['mail']);
    expect(configOf(services.worker).smtpUrl).toBe(example.SMTP_URL);
    expect(services.mail.environment['POSTFIX_smtp_tls_security_level']).toBe('encrypt');
  });
});
