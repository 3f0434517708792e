import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AttemptLimit } from '../../src/access/attempt-limit.js';
import { AppModule } from '../../src/app.module.js';
import { createHttpApp } from '../../src/http/create-http-app.js';
import { closeApp, startApi, type Api } from '../support/api.js';
import { asAdmin } from '../support/database.js';

const password = 'vier Wörter sind gut';
const proxy = '127.0.0.1';
let api: Api;
let other: NestFastifyApplication;
let bases: string[];

beforeAll(async () => {
  api = await startApi({
    mara: { role: 'coach', communes: ['stolberg'], password },
    jana: { role: 'coach', communes: ['stolberg'], password },
  });
  other = await createHttpApp(AppModule.for(api.platform, { log: () => undefined }));
  await other.listen(0, proxy);
  bases = [api.base, await other.getUrl()];
});
afterEach(() => asAdmin(api.database.adminUrl, 'DELETE FROM access.attempt'));
afterAll(async () => {
  await closeApp(other);
  await api.close();
});

const limit = (): AttemptLimit => new AttemptLimit(api.platform.sql, api.platform.secrets);

/** Signs in at one of the two processes, from an address. */
const signIn = (process: number, name: string, secret: string, from = '192.0.2.1'): Promise<Response> =>
  fetch(`${bases[process % 2]}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': from },
    body: JSON.stringify({ email: `${name}@example.org`, password: secret }),
  });

/** Lets the time that was counted go on. */
const later = (minutes: number): Promise<void> =>
  asAdmin(
    api.database.adminUrl,
    `UPDATE access.attempt SET expires_at = expires_at - interval '${minutes} minutes',
       failed_at = ARRAY(SELECT at - interval '${minutes} minutes' FROM unnest(failed_at) AS at ORDER BY at)`,
  );

const rows = async (): Promise<number> =>
  (await api.platform.sql.query('SELECT FROM access.attempt')).rows.length;

describe('attempts at signing in', () => {
  it('are ten in a quarter of an hour, then one waits until the first is forgotten', async () => {
    for (let tries = 0; tries < 5; tries += 1) await limit().begin('mara');
    await later(10);
    for (let tries = 0; tries < 5; tries += 1) expect(await limit().begin('mara')).toHaveProperty('at');
    const refused = (await limit().begin('mara')) as { waitSeconds: number };
    expect(refused.waitSeconds).toBeGreaterThan(4 * 60);
    expect(refused.waitSeconds).toBeLessThanOrEqual(5 * 60);
    expect(await limit().begin('jana')).toHaveProperty('at');
    await later(6);
    for (let tries = 0; tries < 5; tries += 1) expect(await limit().begin('mara')).toHaveProperty('at');
    expect(await limit().begin('mara')).toHaveProperty('waitSeconds');
  });

  it('count while they run: of a hundred at once, at several processes, ten are let in', async () => {
    const begun = await Promise.all(Array.from({ length: 100 }, () => limit().begin('mara')));
    expect(begun.filter((each) => 'at' in each)).toHaveLength(10);
  });

  it('count only when they fail', async () => {
    for (let tries = 0; tries < 20; tries += 1) {
      const begun = await limit().begin('mara');
      if (!('at' in begun)) throw new Error('It was refused');
      await limit().takeBack(begun);
    }
  });

  it('leave rows that are removed by those that follow', async () => {
    for (let tries = 0; tries < 5; tries += 1) await limit().begin(`nobody ${tries}`);
    await later(16);
    await limit().begin('mara');
    expect(await rows()).toBe(1);
  });
});

describe('two processes', () => {
  it('give no more tries than one, and refuse the right password too', async () => {
    for (let tries = 0; tries < 10; tries += 1) {
      const from = `192.0.2.${tries}`;
      expect((await signIn(tries, 'mara', 'wrong', from)).status).toBe(401);
    }
    for (const process of [0, 1]) {
      const answer = await signIn(process, 'mara', password, '192.0.2.99');
      expect(answer.status).toBe(429);
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(800);
    }
    expect((await signIn(0, 'jana', password, '192.0.2.99')).status).toBe(200);
  });

  it('shut out an address that guesses at many accounts, and nobody else', async () => {
    for (let tries = 0; tries < 10; tries += 1) await signIn(tries, `nobody-${tries}`, 'wrong');
    expect((await signIn(1, 'mara', password)).status).toBe(429);
    expect((await signIn(1, 'mara', password, '198.51.100.7')).status).toBe(200);
    // whoever is refused for her address is not counted against the account
    for (let tries = 0; tries < 20; tries += 1) await signIn(tries, 'mara', 'wrong');
    expect((await signIn(0, 'mara', password, '198.51.100.7')).status).toBe(200);
  });

  it('keep of it nothing by which anybody is known', async () => {
    await signIn(0, 'mara', 'wrong');
    const { rows: kept } = await api.platform.sql.query<{ row: string }>(
      'SELECT a::text AS row FROM access.attempt a',
    );
    expect(kept).toHaveLength(2);
    const all = kept.map(({ row }) => row).join('\n');
    for (const known of ['mara', '192.0.2.1']) {
      expect(all).not.toContain(known);
      expect(all).not.toContain(Buffer.from(known).toString('hex'));
    }
  });
});

describe('a proxy on another machine', () => {
  const asked = async (trusted: string[]): Promise<string> => {
    const app = await createHttpApp(AppModule.for(api.platform, { log: () => undefined }), trusted);
    const fastify = app.getHttpAdapter().getInstance();
    fastify.get('/who', (request, reply) => void reply.send(request.ip));
    await app.listen(0, proxy);
    const headers = { 'x-forwarded-for': '192.0.2.7, 10.1.2.3' };
    const answer = await (await fetch(`${await app.getUrl()}/who`, { headers })).text();
    await closeApp(app);
    return answer;
  };

  it('is believed only where the operator names it', async () => {
    expect(await asked(['127.0.0.0/8', '::1'])).toBe('10.1.2.3');
    expect(await asked(['127.0.0.0/8', '::1', '10.0.0.0/8'])).toBe('192.0.2.7');
  });
});
