import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Instant } from '../../domain/time.js';
import { startApi, type Api } from './api.js';
import { testDatabase, type TestDatabase } from './database.js';

const program = fileURLToPath(new URL('../../dist/src/demonstration.js', import.meta.url));

/** The environment in which a demonstration of that instant is made in a database. */
export function demonstrationEnv({ url, adminUrl }: TestDatabase, now: Instant): Record<string, string> {
  const offset = Date.parse(now) - Date.now();
  return {
    DATABASE_URL: url,
    DATABASE_ADMIN_URL: adminUrl,
    TEMPORAL_ADDRESS: '127.0.0.1:9',
    SMTP_URL: 'smtp://127.0.0.1:9',
    LOTSE_MAIL_FROM: 'lotse@localhost',
    LOTSE_MASTER_KEY: '07'.repeat(32),
    NODE_ENV: 'test',
    LOTSE_DEMO: 'on',
    LOTSE_MAIL_CATCHER: 'on',
    LOTSE_CLOCK_OFFSET_MS: String(offset),
  };
}

/**
 * Runs the program that the supervisor runs before API and worker.
 * @param killAt after so many steps of 800 it is killed
 * @returns its exit code, and what it said
 */
export async function makeIn(
  env: Record<string, string>,
  killAt = Infinity,
): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [program], { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (said += String(text)));
  child.on('message', (message) => {
    const { progress, ready } = message as { progress?: { done: number }; ready?: boolean };
    if (ready) child.disconnect();
    if ((progress?.done ?? 0) >= killAt) child.kill('SIGKILL');
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  return { code, said };
}

/** A demonstration as of an instant, read through the API. */
export async function demonstrationOf(now: Instant, killAt?: number): Promise<Api> {
  const database = await testDatabase();
  const env = demonstrationEnv(database, now);
  if (killAt !== undefined) await makeIn(env, killAt);
  const { code, said } = await makeIn(env);
  if (code !== 0) throw new Error(`The demonstration ended with ${code}: ${said}`);
  if (!said.includes('"refused":0')) throw new Error(`A rule stood against an entry: ${said}`);
  return startApi({}, env, undefined, database);
}

/** All items of a list, page by page. */
export async function allOf<Item>(api: Api, as: string, path: string): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const more: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const { json } = await api.call(
      'GET',
      `/api/v1${path}${path.includes('?') ? '&' : '?'}limit=200${more}`,
      { as },
    );
    items.push(...(json.items as Item[]));
    cursor = json.nextCursor as string | null;
  }
  return items;
}
