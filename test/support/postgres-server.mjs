// A process of its own, so that the server is stopped for sure: when the run ends, is interrupted or is killed, the
// IPC channel to it is gone. Answers every request with the URLs of a server that it starts on the first one.
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Node runs the built program, not the source; `npm test` builds first. */
const built = new URL('../../dist/src/embedded/', import.meta.url);

const stopping = new AbortController();
let dataDir;
let running;

async function start() {
  const { startPostgres } = await import(new URL('postgres/start-postgres.js', built));
  const { freePort } = await import(new URL('ports.js', built));
  dataDir = mkdtempSync(join(tmpdir(), 'lotse-test-postgres-'));
  return startPostgres({ dataDir, port: await freePort() }, stopping.signal);
}

async function answer(response) {
  response.shouldKeepAlive = false; // a kept connection may be closed just as the next suite asks
  try {
    running ??= start();
    const { url, adminUrl } = await running;
    response.end(JSON.stringify({ url, adminUrl }));
  } catch (error) {
    running = undefined;
    response.writeHead(500).end(`No PostgreSQL for the tests (is dist/ built?): ${error.message}`);
  }
}

const server = createServer((_request, response) => void answer(response));

async function stop() {
  stopping.abort();
  server.close();
  await running?.then(({ stop }) => stop(10_000)).catch(() => undefined);
  if (dataDir) rmSync(dataDir, { recursive: true, force: true });
  process.exit(0);
}

process.once('disconnect', () => void stop());
process.on('SIGINT', () => undefined); // the terminal's Ctrl-C reaches us too: the end of the run decides
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
