import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { routes } from '../../contract/routes/index.js';
import { readMasterKey } from '../../src/config/master-key.js';
import { variables, type Variable } from '../../src/config/variables.js';
import { commandsOf } from './commands.js';
import { asksFor, composeWith, configOf, example, instructions, root, textOf } from './container-files.js';

const { services } = composeWith(example);
const written = textOf('docker-compose.yml');
const settings = JSON.parse(textOf('package.json')) as { version: string; engines: { node: string } };
const built = JSON.parse(textOf('tsconfig.build.json')) as { include: string[] };
const known: Record<string, Variable<unknown>> = variables;

const folder = mkdtempSync(join(tmpdir(), 'lotse-containers-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe.each(['api', 'worker'] as const)('the service %s', (name) => {
  const service = services[name];

  it('is given variables that Lotse knows and an operator sets', () => {
    const given = Object.keys(service.environment);
    expect(given.filter((each) => !known[each] || known[each].internal === true)).toEqual([]);
  });

  it('starts with what it is given: nothing is missing, nothing is refused', () => {
    const config = configOf(service);
    expect(config).toMatchObject({ demo: false, mailCatcher: false, quietHours: true });
    expect(config.database.url).not.toBe(config.database.adminUrl);
    expect(config.temporal.address).toBe('temporal:7233');
  });

  it('runs a program that the build makes, as nobody in particular, from this version’s image', () => {
    const [node, program = ''] = service.command ?? [];
    // what is bundled was compiled before: scripts/build/bundle-api.mjs
    const compiled = program === 'dist/api/main.js' ? 'dist/src/main.js' : program;
    const source = compiled.replace(/^dist\//, '').replace(/\.js$/, '.ts');
    expect(node).toBe('node');
    expect(existsSync(new URL(program, root))).toBe(true);
    expect(existsSync(new URL(source, root))).toBe(true);
    expect(built.include).toContain(source.split('/')[0]);
    expect(service.user).toBe('node');
    expect(service.image).toBe(`lotse:${settings.version}`);
  });

  it('holds no secret in the file itself', () => {
    for (const each of Object.keys(service.environment).filter((key) => known[key]?.secret)) {
      expect(written).toMatch(new RegExp(`^ *${each}: .*\\$\\{`, 'm'));
    }
    expect(service.secrets).toEqual(['lotse_master_key']);
  });
});

describe('docker-compose.yml', () => {
  it('asks for everything that has no sensible default, before anything is started', () => {
    expect([...new Set(asksFor(written))].sort()).toEqual(Object.keys(example).sort());
    for (const name of Object.keys(example)) {
      expect(() => composeWith({ ...example, [name]: '' })).toThrow(`${name}: `);
    }
  });

  it('hands on every variable that an operator of containers may set', () => {
    const handed = [...Object.keys(services.api.environment), ...instructions('ENV').join().split(/[ =]/)];
    const others = Object.keys(variables).filter((name) => !known[name]?.internal && !handed.includes(name));
    // the command line's own; what is for tests; the key, which comes as a file; what this Temporal does not need
    expect(others.filter((name) => !/^LOTSE_(URL|TOKEN|NOW|MASTER_KEY)$|^TEMPORAL_/.test(name))).toEqual([
      // nothing is kept in a file
      'LOTSE_DATA_DIR',
      // a demonstration's: real people are written to by day
      'LOTSE_QUIET_HOURS',
      // a collector is not part of it
      'OTEL_EXPORTER_OTLP_ENDPOINT',
    ]);
  });

  it('asks the API’s own health page', () => {
    const asked = /'(http:[^']+)'/.exec(services.api.healthcheck?.test.join(' ') ?? '')?.[1] ?? '';
    expect(new URL(asked).pathname).toBe(routes.showReady.path);
    expect(new URL(asked).port).toBe(String(services.api.environment['LOTSE_PORT']));
    expect(routes.showReady.permission).toBe('public');
  });

  it('tells the first administrator’s password to the API only', () => {
    expect(services.api.environment).toHaveProperty('LOTSE_ADMIN_PASSWORD');
    expect(services.worker.environment).not.toHaveProperty('LOTSE_ADMIN_PASSWORD');
  });

  it('gives PostgreSQL the passwords that its logins are made with', () => {
    const wanted = [...textOf('containers/logins.sql').matchAll(/^\\getenv \w+ (\w+)$/gm)].map(
      ([, name]) => name,
    );
    expect(wanted).toHaveLength(3);
    for (const name of wanted) expect(services.postgres.environment).toHaveProperty(String(name));
    const { POSTGRES_USER: user, POSTGRES_PWD: password } = services.temporal.environment;
    const { SQL_USER: maker, SQL_PASSWORD: theirs } = services['temporal-schema'].environment;
    for (const login of [
      [user, password],
      [maker, theirs],
    ]) {
      expect(login).toEqual(['temporal', example.TEMPORAL_LOGIN_PASSWORD]);
    }
  });
});

describe('the page on containers', () => {
  const page = 'docs/how-to/run-in-containers.md';
  const type = (...lines: string[]): string =>
    execFileSync('sh', ['-c', lines.join('\n')], { cwd: folder, encoding: 'utf8' });
  const typed = (wanted: RegExp): string[] =>
    commandsOf(page).flatMap(({ text }) => (wanted.test(text) ? [text] : []));

  it('names every value that compose takes, no other, and says which may be left empty', () => {
    const [, block = ''] = /```properties\n(.*?)```/s.exec(textOf(page)) ?? [];
    const named = block.split('\n').flatMap((line) => line.split('=', 1).filter(Boolean));
    const taken = [...new Set([...written.matchAll(/\$\{(\w+)/g)].map(([, name = '']) => name))];
    expect(named.toSorted()).toEqual(taken.filter((name) => name !== 'LOTSE_MASTER_KEY_FILE').toSorted());
    expect(named.slice(-8).filter((name) => asksFor(written).includes(name))).toEqual([]);
    expect(named.slice(0, -8).toSorted()).toEqual(Object.keys(example).sort());
    expect(textOf(page)).toMatch(/The\s+last\s+eight\s+are\s+optional/);
  });

  it('makes a key that Lotse takes', () => {
    type(...typed(/secrets/).filter((command) => !command.startsWith('sudo')));
    const file = join(folder, 'secrets', 'master.key');
    expect(readMasterKey({ LOTSE_MASTER_KEY_FILE: file })).toHaveLength(32);
  });

  it('makes passwords that mean nothing in a URL', () => {
    const [command = ''] = typed(/-c 24/);
    const passwords = Array.from({ length: 5 }, () => type(command).trim());
    for (const password of passwords) expect(password).toMatch(/^[\w-]{32}$/);
    expect(new Set(passwords).size).toBe(5);
  });
});

describe('every image', () => {
  const images = [
    ...Object.values(services).map(({ image }) => image),
    ...instructions('FROM').map((line) => line.split(' ')[0] ?? ''),
  ];

  it.each(images)('%s is pinned by its version', (image) => {
    expect(image).toMatch(/^[a-z/-]+:\d+\.\d+(\.\d+)?(-slim|-alpine)?$/);
  });

  it('is of a version that Lotse takes', () => {
    const numbers = (text = ''): number[] => (text.match(/\d+/g) ?? []).map(Number);
    const [major = 0, minor = 0] = numbers(settings.engines.node);
    for (const image of images.filter((each) => each.startsWith('node:'))) {
      const [ofImage, minorOfImage] = numbers(image);
      expect(ofImage).toBe(major);
      expect(minorOfImage).toBeGreaterThanOrEqual(minor);
    }
    expect(numbers(services.postgres.image)[0]).toBeGreaterThanOrEqual(15);
  });
});

describe('the Dockerfile', () => {
  it('takes everything that is built, and nothing that does not exist', () => {
    const sources = instructions('COPY')
      .filter((line) => !line.startsWith('--from'))
      .flatMap((line) => line.split(' ').slice(0, -1));
    for (const wanted of [...built.include, 'programmes', 'scripts', 'package-lock.json']) {
      expect(sources).toContain(wanted);
    }
    expect(sources.filter((each) => !existsSync(new URL(each, root)))).toEqual([]);
  });

  it('ends as a user without rights, with the API’s command, and knows no variable but the kind of machine', () => {
    expect(instructions('USER')).toEqual(['node']);
    expect(JSON.parse(instructions('CMD').join())).toEqual(services.api.command);
    const set = instructions('ENV').flatMap((line) => [...line.matchAll(/(\w+)=/g)].map(([, name]) => name));
    expect(set.filter((name) => name && known[name])).toEqual(['NODE_ENV']);
    expect(instructions('ARG')).toEqual([]);
  });
});
