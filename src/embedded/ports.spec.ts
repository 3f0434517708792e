import { createServer, type Server } from 'node:net';
import { afterEach, expect, it } from '@jest/globals';
import { freePort } from './ports.js';

let server: Server | undefined;
afterEach(() => void server?.close());

const listenOn = (port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server = createServer().once('error', reject).listen(port, '127.0.0.1', resolve);
  });

it('no port is drawn twice, though nothing listens on it yet', async () => {
  const drawn: number[] = [];
  for (let count = 0; count < 200; count++) drawn.push(await freePort());
  expect(new Set(drawn).size).toBe(200);
  expect(Math.min(...drawn)).toBeGreaterThanOrEqual(20_000);
  expect(Math.max(...drawn)).toBeLessThan(32_000);
});

it('draws none on which somebody listens', async () => {
  const taken = (await freePort()) + 1;
  await listenOn(taken).catch(() => undefined); // then somebody else does
  expect(await freePort()).not.toBe(taken);
});

it('the preferred one is given, as long as nobody listens on it', async () => {
  const preferred = await freePort();
  expect(await freePort(preferred)).toBe(preferred);
  await listenOn(preferred);
  expect(await freePort(preferred)).not.toBe(preferred);
});
