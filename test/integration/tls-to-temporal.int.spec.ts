import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readConfig, type Config } from '../../src/config/config.js';
import type { Running } from '../../src/embedded/running.js';
import { freePort } from '../../src/embedded/ports.js';
import { findTemporalCli } from '../../src/embedded/temporal/find-tool.js';
import { startTemporal } from '../../src/embedded/temporal/start-temporal.js';
import { temporalProbe } from '../../src/health/parts.js';
import { connectClient } from '../../src/temporal/connect.js';
import { whyAway } from '../../src/temporal/why-away.js';
import { connectWorker } from '../../src/worker/start-worker.js';
import { eventually } from '../support/eventually.js';
import { certificate, tlsFor, type Front } from '../support/tls.js';

const dataDir = mkdtempSync(join(tmpdir(), 'lotse-tls-'));
const stopping = new AbortController();
let temporal: Running | undefined;
let front: Front;
let plainPort: number;

beforeAll(async () => {
  const program = await findTemporalCli({ env: process.env, dataDir, say: () => undefined });
  plainPort = await freePort();
  const place = { program, dataDir, namespace: 'lotse', codecEndpoint: 'http://127.0.0.1:9' };
  temporal = await startTemporal({ ...place, port: plainPort, uiPort: await freePort() }, stopping.signal);
  front = await tlsFor(plainPort);
}, 120_000);
afterAll(async () => {
  await front?.close();
  await temporal?.stop(10_000);
  rmSync(dataDir, { recursive: true, force: true });
});

const withClient = {
  TEMPORAL_TLS_CLIENT_CERT_PATH: certificate('client.pem'),
  TEMPORAL_TLS_CLIENT_KEY_PATH: certificate('client.key'),
};
const trusting = (authority: string) => ({ TEMPORAL_TLS_SERVER_CA_CERT_PATH: certificate(authority) });

const configOf = (env: Record<string, string>, port = front.port): Config =>
  readConfig({
    DATABASE_URL: 'postgresql://lotse@127.0.0.1:9/lotse',
    TEMPORAL_ADDRESS: `localhost:${port}`,
    TEMPORAL_NAMESPACE: 'lotse',
    SMTP_URL: 'smtp://127.0.0.1:9',
    LOTSE_MAIL_FROM: 'lotse@localhost',
    LOTSE_MASTER_KEY: '07'.repeat(32),
    ...env,
  });

/** What the health page says of Temporal. */
async function health(config: Config): Promise<string> {
  const probe = temporalProbe(config);
  try {
    return await probe.ask();
  } finally {
    await probe.close();
  }
}

const refusal = (config: Config): Promise<string> =>
  connectWorker(config).then(
    async (connection) => (await connection.close(), 'connected'),
    (error: unknown) => whyAway(error),
  );

describe('a Temporal that is reached by TLS and asks who comes', () => {
  it('is reached by the API, the worker and the health page alike', async () => {
    const config = configOf({ ...trusting('ca.pem'), ...withClient });
    const { client, connection } = connectClient(config, Buffer.alloc(32));
    await client.workflow.count();
    await connection.close();
    expect(await refusal(config)).toBe('connected');
    await eventually(async () => expect(await health(config)).toBe('up'));
    expect(front.count()).toBeGreaterThanOrEqual(3);
  });

  it('is not believed with a certificate of another authority, and the worker says so', async () => {
    const config = configOf({ ...trusting('other-ca.pem'), ...withClient });
    expect(await health(config)).toBe('down');
    expect(await refusal(config)).toMatch(/^its certificate is of an authority that is not trusted here; /);
  });

  it('lets nobody in without a certificate', async () => {
    const config = configOf(trusting('ca.pem'));
    expect(await health(config)).toBe('down');
    expect(await refusal(config)).not.toBe('connected');
  });

  it('is told apart from one that speaks no TLS, and from one that is away', async () => {
    expect(await refusal(configOf(trusting('ca.pem'), plainPort))).toBe(
      'it speaks no TLS; set TEMPORAL_TLS=false',
    );
    expect(await refusal(configOf({}, 9))).toBe('it does not answer');
  });
});
