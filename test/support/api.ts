import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { addAccount } from '../../src/access/add-account.js';
import { createToken } from '../../src/access/create-token.js';
import { AppModule } from '../../src/app.module.js';
import { readConfig } from '../../src/config/config.js';
import { createHttpApp } from '../../src/http/create-http-app.js';
import type { LogLine } from '../../src/http/log.js';
import { createPlatform, type Platform } from '../../src/platform.js';
import { testDatabase, type TestDatabase } from './database.js';

/** Who signs in: her name is her first name in small letters. */
interface Staff {
  role: 'coach' | 'coordinator' | 'admin';
  communes?: readonly string[];
  password?: string;
}

/** What a request carries beside method and path. */
export interface Sent {
  as?: string;
  /** Sent as JSON. */
  body?: unknown;
  /** Sent as it stands. */
  file?: { type: string; text: string };
  key?: string;
  ifMatch?: number;
  headers?: Record<string, string>;
}

/** An answer; `json` is what its body holds. */
export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  // each test knows what it asked for
  // oxlint-disable-next-line typescript/no-explicit-any
  json: any;
}

/** The API as a test has it. */
export type Api = Awaited<ReturnType<typeof startApi>>;

/**
 * The API on a database of its own, over a real socket, without Temporal and mail.
 * @param staff the accounts that are made
 * @param env what else the environment says
 * @param adjust changes what the API stands on, for a clock of the test's own
 * @param made a database that is there already
 */
export async function startApi(
  staff: Record<string, Staff>,
  env: Record<string, string> = {},
  adjust: (platform: Platform) => Platform = (platform) => platform,
  made?: TestDatabase,
) {
  const database = made ?? (await testDatabase());
  const config = readConfig({
    DATABASE_URL: database.url,
    DATABASE_ADMIN_URL: database.adminUrl,
    TEMPORAL_ADDRESS: '127.0.0.1:9',
    SMTP_URL: 'smtp://127.0.0.1:9',
    LOTSE_MAIL_FROM: 'lotse@localhost',
    LOTSE_MASTER_KEY: '07'.repeat(32),
    NODE_ENV: 'test',
    ...env,
  });
  const platform = adjust(await createPlatform(config));
  const communes = platform.programmes.current.communes.map(({ key }) => key);
  const tokens: Record<string, string> = {};
  for (const [name, person] of Object.entries(staff)) {
    const email = `${name}@example.org`;
    await addAccount(
      platform.sql,
      { email, name: `${name} Beispiel`, phone: '+49 2402 1234', ...person },
      communes,
    );
    tokens[name] = (await createToken(platform.sql, email)).token;
  }
  const lines: LogLine[] = [];
  const app = await createHttpApp(
    AppModule.for(platform, { log: (line) => void lines.push(line) }),
    config.trustedProxies,
  );
  await app.listen(0, '127.0.0.1');
  const base = await app.getUrl();

  const call = async (method: string, path: string, options: Sent = {}): Promise<Answer> => {
    const { as, body, file, key, ifMatch, headers } = options;
    const answer = await fetch(base + path, {
      method,
      headers: {
        ...(as !== undefined && { authorization: `Bearer ${tokens[as] ?? as}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(file && { 'content-type': file.type }),
        ...(key !== undefined && { 'idempotency-key': key }),
        ...(ifMatch !== undefined && { 'if-match': `"${ifMatch}"` }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(file && { body: file.text }),
    });
    const isStream = answer.headers.get('content-type')?.startsWith('text/event-stream');
    const text = isStream === true ? await firstOf(answer) : await answer.text();
    const isJson = answer.headers.get('content-type')?.includes('json');
    return {
      status: answer.status,
      headers: answer.headers,
      text,
      json: isJson ? JSON.parse(text) : undefined,
    };
  };

  return {
    platform,
    database,
    lines,
    base,
    tokens,
    call,
    async close() {
      await closeApp(app);
      await platform.close();
      await database.drop();
    },
  };
}

/** Closes an application; a connection that was made and never used would keep it for a minute. */
export async function closeApp(app: NestFastifyApplication): Promise<void> {
  const late = setTimeout(() => app.getHttpServer().closeAllConnections(), 1000);
  await app.close();
  clearTimeout(late);
}

/** What a stream says first; it would not end by itself. */
async function firstOf({ body }: Response): Promise<string> {
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  const first = await reader?.read();
  await reader?.cancel();
  return first?.value ?? '';
}

/** The code of each bad field by where it stands. */
export const codes = ({ json }: Answer): Record<string, string> =>
  Object.fromEntries(
    (json.errors as { pointer: string; code: string }[]).map(({ pointer, code }) => [pointer, code]),
  );
