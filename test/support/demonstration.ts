import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Instant } from '../../domain/time.js';
import { startApi, type Api } from './api.js';
import { testDatabase } from './database.js';

const program = fileURLToPath(new URL('../../dist/src/demonstration.js', import.meta.url));

/** A demonstration as of an instant: made by the program that the supervisor runs, read through the API. */
export async function demonstrationOf(now: Instant): Promise<Api> {
  const database = await testDatabase();
  const offset = Date.parse(now) - Date.now();
  const demo = { LOTSE_DEMO: 'on', LOTSE_MAIL_CATCHER: 'on', LOTSE_CLOCK_OFFSET_MS: String(offset) };
  const env = {
    DATABASE_URL: database.url,
    DATABASE_ADMIN_URL: database.adminUrl,
    TEMPORAL_ADDRESS: '127.0.0.1:9',
    SMTP_URL: 'smtp://127.0.0.1:9',
    LOTSE_MAIL_FROM: 'lotse@localhost',
    LOTSE_MASTER_KEY: '07'.repeat(32),
    NODE_ENV: 'test',
    PATH: process.env['PATH'],
    ...demo,
  };
  const child = spawn(process.execPath, [program], { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (said += String(text)));
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`The demonstration ended with ${code}: ${said}`);
  return startApi({}, demo, undefined, database);
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
