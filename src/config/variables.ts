import { isIP } from 'node:net';
import { z } from 'zod';

/** One environment variable: how its text is read, and how a refusal words what it takes. */
export interface Variable<T> {
  readonly schema: z.ZodType<T, string>;
  readonly takes: string;
  readonly default?: string;
  /** The value is never shown, not even when it is wrong. */
  readonly secret?: true;
  /** Set by the supervisor for its children, not by an operator. */
  readonly internal?: true;
}

const variable = <T>(
  schema: z.ZodType<T, string>,
  takes: string,
  more: Omit<Variable<T>, 'schema' | 'takes'> = {},
): Variable<T> => ({ schema, takes, ...more });

const onOff = z.enum(['on', 'off']).transform((text) => text === 'on');
const trueFalse = z.enum(['true', 'false']).transform((text) => text === 'true');
const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((n) => n >= 1 && n <= 65_535);
const host = z.string().refine((text) => isIP(text) !== 0 || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(text));
const path = z.string().refine((text) => !text.includes('\0'));
const url = (...protocols: string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol));
const database = url('postgres:', 'postgresql:').refine((text) => new URL(text).pathname.length > 1);
const address = z.string().regex(/^[^\s@<>]+@[^\s@<>]+$/);

/** An address, or a network as CIDR writes it. */
const network = (text: string): boolean => {
  const [ip = '', bits, ...more] = text.split('/');
  const most = isIP(ip) === 4 ? 32 : 128;
  return (
    isIP(ip) !== 0 && more.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && +bits <= most))
  );
};
const proxies = z
  .string()
  .transform((text) => text.split(',').map((each) => each.trim()))
  .refine((list) => list.every(network));

const aDatabase = 'a URL such as postgresql://user:password@host:5432/database';
const aFile = 'the path of a PEM file';
const aPem = 'the text of a PEM file';

/** Everything that Lotse reads from its environment; the one list that documents are compared with. */
export const variables = {
  LOTSE_PORT: variable(port, 'a port from 1 to 65535', { default: '3000' }),
  LOTSE_HOST: variable(host, 'a host name or an IP address', { default: '127.0.0.1' }),
  LOTSE_DATA_DIR: variable(path, 'the path of a directory', { default: '.lotse' }),
  LOTSE_DEMO: variable(onOff, 'on or off'),
  DATABASE_URL: variable(database, aDatabase, { secret: true }),
  DATABASE_ADMIN_URL: variable(database, aDatabase, { secret: true }),
  TEMPORAL_ADDRESS: variable(z.string().regex(/^\S+:\d{1,5}$/), 'host:port'),
  TEMPORAL_NAMESPACE: variable(z.string().regex(/^\S+$/), 'a name without spaces', { default: 'default' }),
  TEMPORAL_API_KEY: variable(z.string().regex(/^\S+$/), 'a key without spaces', { secret: true }),
  TEMPORAL_TLS: variable(trueFalse, 'true or false'),
  TEMPORAL_TLS_SERVER_NAME: variable(host, 'a host name'),
  TEMPORAL_TLS_SERVER_CA_CERT_PATH: variable(path, aFile),
  TEMPORAL_TLS_SERVER_CA_CERT_DATA: variable(z.string(), aPem),
  TEMPORAL_TLS_CLIENT_CERT_PATH: variable(path, aFile),
  TEMPORAL_TLS_CLIENT_CERT_DATA: variable(z.string(), aPem),
  TEMPORAL_TLS_CLIENT_KEY_PATH: variable(path, aFile),
  TEMPORAL_TLS_CLIENT_KEY_DATA: variable(z.string(), aPem, { secret: true }),
  SMTP_URL: variable(url('smtp:', 'smtps:'), 'a URL such as smtp://user:password@host:587', { secret: true }),
  LOTSE_MAIL_FROM: variable(address, 'an e-mail address without a displayed name'),
  LOTSE_PUBLIC_URL: variable(url('http:', 'https:'), 'a URL such as https://lotse.example.org'),
  LOTSE_OFFICE_PHONE: variable(z.string().regex(/^[+0-9][0-9 ()/-]{3,30}$/), 'a telephone number'),
  LOTSE_MASTER_KEY: variable(z.string(), '32 bytes as base64 or hex', { secret: true }),
  LOTSE_MASTER_KEY_FILE: variable(path, 'the path of a file that holds 32 bytes as base64 or hex'),
  LOTSE_QUIET_HOURS: variable(onOff, 'on or off'),
  LOTSE_TRUSTED_PROXIES: variable(
    proxies,
    'addresses or networks separated by commas, such as 10.0.0.5,172.30.233.0/24',
    { default: '127.0.0.0/8,::1' },
  ),
  LOTSE_ADMIN_EMAIL: variable(address, 'an e-mail address'),
  LOTSE_ADMIN_PASSWORD: variable(z.string().min(8), 'at least 8 characters', { secret: true }),
  LOTSE_METRICS_TOKEN: variable(z.string().regex(/^\S{8,}$/), 'at least 8 characters without spaces', {
    secret: true,
  }),
  OTEL_EXPORTER_OTLP_ENDPOINT: variable(url('http:', 'https:'), 'a URL such as http://127.0.0.1:4318'),
  LOTSE_URL: variable(url('http:', 'https:'), 'a URL such as http://127.0.0.1:3000'),
  LOTSE_TOKEN: variable(z.string().regex(/^\S+$/), 'a token as `token create` prints it', { secret: true }),
  LOTSE_NOW: variable(z.iso.datetime({ offset: true }), 'an instant such as 2026-11-23T07:30:00Z'),
  NODE_ENV: variable(z.string(), 'a name such as production or test', { default: 'production' }),
  LOTSE_CLOCK_OFFSET_MS: variable(
    z
      .string()
      .regex(/^-?\d{1,15}$/)
      .transform(Number),
    'whole milliseconds',
    {
      default: '0',
      internal: true,
    },
  ),
  LOTSE_MAIL_CATCHER: variable(onOff, 'on or off', { default: 'off', internal: true }),
  LOTSE_TEMPORAL_UI_URL: variable(url('http:', 'https:'), 'a URL such as http://127.0.0.1:8233'),
} satisfies Record<string, Variable<unknown>>;

/** The name of a variable in the table. */
export type VariableName = keyof typeof variables;

/** What a variable is after reading. */
export type ValueOf<N extends VariableName> = (typeof variables)[N] extends Variable<infer T> ? T : never;
