import { once } from 'node:events';

/** Waits until the PostgreSQL of this run is stopped and its directory removed. */
export default async function globalTeardown() {
  const child = globalThis.lotseTestPostgres;
  if (!child || child.exitCode !== null) return;
  child.disconnect();
  await once(child, 'exit');
}
