import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/**
 * Starts the process that keeps one PostgreSQL for the whole run. It starts the server itself only when a suite asks
 * for a database, and stops it when this process is gone, however it went.
 */
export default async function globalSetup() {
  const child = fork(fileURLToPath(new URL('./postgres-server.mjs', import.meta.url)), { detached: true });
  const [{ port }] = await once(child, 'message');
  process.env.LOTSE_TEST_POSTGRES = `http://127.0.0.1:${port}`;
  globalThis.lotseTestPostgres = child;
}
