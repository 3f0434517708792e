import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { AppModule } from '../../src/app.module.js';
import type { Clock } from '../../src/clock/clock.js';
import { createHttpApp } from '../../src/http/create-http-app.js';
import { closeApp, startApi, type Api } from '../support/api.js';
import { hearChanges, type ChangesHeard } from '../support/change-stream.js';
import { eventually } from '../support/eventually.js';
import { staff } from '../support/journey-calls.js';

let api: Api;
let hurried: { base: string; close(): Promise<void> };
let now = '2026-11-23T22:30:00.000Z';
const at = () => Promise.resolve(now);
const clock: Clock = { now: at, at, isReal: false, toTemporal: (instant) => instant };
const open: ChangesHeard[] = [];

beforeAll(async () => {
  api = await startApi(staff, {}, (platform) => ({ ...platform, clock }));
  const app = await createHttpApp(
    AppModule.for(api.platform, { log: () => undefined, pace: { pollMs: 50, beatMs: 50 } }),
  );
  await app.listen(0, '127.0.0.1');
  hurried = { base: await app.getUrl(), close: () => closeApp(app) };
});
afterEach(async () => {
  for (const stream of open.splice(0)) await stream.leave();
});
afterAll(async () => {
  await hurried?.close();
  await api?.close();
});

async function hears(as: string, lastEventId?: string): Promise<ChangesHeard> {
  const token = api.tokens[as] ?? '';
  const stream = await hearChanges(hurried.base, {
    token,
    ...(lastEventId !== undefined && { lastEventId }),
  });
  open.push(stream);
  await eventually(() => expect(stream.lastId()).not.toBe(''));
  return stream;
}

const metric = async (): Promise<string | undefined> =>
  /^lotse_change_streams .*$/m.exec(await (await fetch(`${hurried.base}/metrics`)).text())?.[0];

describe('midnight in Berlin', () => {
  it('is told to everybody who listens, and to nobody twice', async () => {
    const [mara, karl] = [await hears('mara'), await hears('karl')];
    expect(await metric()).toBe('lotse_change_streams 2');
    now = '2026-11-23T23:00:00.000Z';
    const day = { kind: 'day', day: '2026-11-24' };
    expect([await mara.changes(1), await karl.changes(1)]).toEqual([[day], [day]]);
    const place = mara.lastId();
    const again = await hears('mara', place);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect([mara.heard.told, again.heard.told]).toEqual([[day], []]);
  });

  it('is told to whoever comes back after it', async () => {
    const mara = await hears('mara');
    await mara.leave();
    now = '2026-11-25T06:00:00.000Z';
    const again = await hears('mara', mara.lastId());
    expect(await again.changes(1)).toEqual([{ kind: 'day', day: '2026-11-25' }]);
    expect((await api.call('GET', '/api/v1/me', { as: 'mara' })).json.today).toBe('2026-11-25');
  });
});
