import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { parse } from 'yaml';
import { readConfig, type Config } from '../../src/config/config.js';

/** The project's folder, also where this file was built. */
export const root = new URL(import.meta.url.endsWith('.ts') ? '../../' : '../../../', import.meta.url);
export const textOf = (path: string): string => readFileSync(new URL(path, root), 'utf8');

/** What the tests read of a service. */
export interface Service {
  image: string;
  user?: string;
  command?: string[];
  environment: Record<string, string | number>;
  restart: string;
  networks: string[];
  ports?: string[];
  volumes?: string[];
  profiles?: string[];
  secrets?: string[];
  healthcheck?: { test: string[] };
  depends_on?: Record<string, { condition: string }>;
}

export type ServiceName =
  | 'postgres'
  | 'temporal-schema'
  | 'temporal'
  | 'temporal-namespace'
  | 'temporal-ui'
  | 'mail'
  | 'api'
  | 'worker';

interface ComposeFile {
  services: Record<ServiceName, Service>;
  networks: Record<string, { internal?: boolean; ipam?: { config: { subnet: string; gateway: string }[] } }>;
  volumes: Record<string, unknown>;
}

const placeholder = /\$\{(\w+)(?::([-?])([^}]*))?\}/g;

/** The names that compose asks for, and refuses to start without. */
export const asksFor = (text: string): string[] =>
  [...text.matchAll(placeholder)].flatMap(([, name = '', sign]) => (sign === '?' ? [name] : []));

/**
 * The compose file with its placeholders filled in, as compose does it: value by value, after reading the YAML.
 * @throws Error naming a variable that it asks for and that is not given
 */
export function composeWith(given: Readonly<Record<string, string>>): ComposeFile {
  const fill = (text: string): string =>
    text.replaceAll(placeholder, (_, name: string, sign?: string, word = '') => {
      const value = given[name] ?? '';
      if (value !== '') return value;
      if (sign === '?') throw new Error(`${name}: ${word}`);
      return sign === '-' ? word : '';
    });
  const written: unknown = parse(textOf('docker-compose.yml'), { merge: true });
  return JSON.parse(JSON.stringify(written), (_, value: unknown) =>
    typeof value === 'string' ? fill(value) : value,
  ) as ComposeFile;
}

/** Invented values for everything that compose asks for. */
export const example = {
  POSTGRES_PASSWORD: 'a1',
  LOTSE_OWNER_PASSWORD: 'b2',
  LOTSE_LOGIN_PASSWORD: 'c3',
  TEMPORAL_LOGIN_PASSWORD: 'd4',
  SMTP_URL: 'smtp://lotse:e5@mail.example.org:587',
  LOTSE_MAIL_FROM: 'lotse@example.org',
  LOTSE_PUBLIC_URL: 'https://lotse.example.org',
};

/** The lines of the Dockerfile that begin with this instruction, without it. */
export const instructions = (name: string): string[] =>
  textOf('Dockerfile')
    .split('\n')
    .filter((line) => line.startsWith(`${name} `))
    .map((line) => line.slice(name.length + 1));

/** What a process makes of a service's environment, with the secret's file on this machine. */
export function configOf({ environment }: Service): Config {
  if (environment['LOTSE_MASTER_KEY_FILE'] !== '/run/secrets/lotse_master_key') {
    throw new Error('The service does not read the key from its secret');
  }
  const folder = mkdtempSync(join(tmpdir(), 'lotse-key-'));
  const keyFile = join(folder, 'master.key');
  writeFileSync(keyFile, '7'.repeat(64));
  const texts = Object.entries(environment).map(([name, value]) => [name, String(value)] as const);
  try {
    return readConfig({ ...Object.fromEntries(texts), LOTSE_MASTER_KEY_FILE: keyFile });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The statements of logins.sql as psql would run them, with the passwords of the example; `rename` changes names. */
export function loginStatements(rename: (text: string) => string): string[] {
  const text = rename(textOf('containers/logins.sql'));
  const passwords = new Map(
    [...text.matchAll(/^\\getenv (\w+) (\w+)$/gm)].map(([, name = '', variable = '']) => [name, variable]),
  );
  const given: Record<string, string> = example;
  return text
    .replaceAll(/^(--|\\).*$/gm, '')
    .replaceAll(/:'(\w+)'/g, (_, name: string) => pg.escapeLiteral(given[passwords.get(name) ?? ''] ?? ''))
    .split(';')
    .map((each) => each.trim())
    .filter((each) => each !== '');
}
