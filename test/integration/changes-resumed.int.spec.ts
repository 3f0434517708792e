import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { createHttpApp } from '../../src/http/create-http-app.js';
import { AppModule } from '../../src/app.module.js';
import { streamsPerAccount } from '../../src/changes/changes.js';
import { closeApp, startApi, type Api } from '../support/api.js';
import { hearChanges, type ChangesHeard } from '../support/change-stream.js';
import { asAdmin } from '../support/database.js';
import { eventually } from '../support/eventually.js';
import { journeyCalls, opening, staff, today } from '../support/journey-calls.js';

let api: Api;
let hurried: { base: string; close(): Promise<void> };
const { opened, post } = journeyCalls(() => api);
const open: ChangesHeard[] = [];
const password = 'vier Wörter sind gut';

beforeAll(async () => {
  api = await startApi({ ...staff, petra: { role: 'coach', communes: ['monschau'], password } });
  hurried = await secondProcess();
});
afterEach(async () => {
  for (const stream of open.splice(0)) await stream.leave();
});
afterAll(async () => {
  await hurried?.close();
  await api?.close();
});

/** Another API on the same database, with signs of life each 100 ms. */
async function secondProcess() {
  const app = await createHttpApp(
    AppModule.for(api.platform, { log: () => undefined, pace: { pollMs: 50, beatMs: 100 } }),
  );
  await app.listen(0, '127.0.0.1');
  return { base: await app.getUrl(), close: () => closeApp(app) };
}

async function hears(as: string, lastEventId?: string, base = api.base): Promise<ChangesHeard> {
  const token = api.tokens[as] ?? '';
  const stream = await hearChanges(base, { token, ...(lastEventId !== undefined && { lastEventId }) });
  open.push(stream);
  return stream;
}

/** Asks, and hangs up before the answer. */
async function brokenOff(as: string): Promise<void> {
  const { hostname, port } = new URL(api.base);
  const socket = connect(Number(port), hostname);
  socket.end(
    `GET /api/v1/changes HTTP/1.1\r\nhost: ${hostname}\r\nauthorization: Bearer ${api.tokens[as]}\r\n\r\n`,
  );
  await later(Math.random() * 10);
  socket.destroy();
}

const idsOf = (stream: ChangesHeard): string[] =>
  stream.heard.told.map((told) => ('id' in told ? told.id : told.kind));

const later = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('whoever comes back', () => {
  it('is told what happened meanwhile, each journey once, and nothing of before', async () => {
    const before = await opened();
    const first = await hears('mara');
    const [a, b] = [await opened(), await opened()];
    await first.changes(2);
    await first.leave();
    for (const channel of ['phone', 'letter']) {
      const contact = { on: today, channel, direction: 'out', reached: false };
      expect((await post(a, 'contacts', contact)).status).toBe(201);
    }
    const c = await opened();
    const again = await hears('mara', first.lastId());
    await again.changes(2);
    await later(600);
    expect(idsOf(again).toSorted()).toEqual([a, c].toSorted());
    expect(again.heard.told).toContainEqual({ kind: 'journey', id: a, version: 3, changed: ['contacts'] });
    for (const known of [before, b]) expect(idsOf(again)).not.toContain(known);
  });

  it('misses nothing and hears nothing twice, however often the connection breaks', async () => {
    const expected: string[] = [];
    const heard: string[] = [];
    let stream = await hears('karl');
    for (let turn = 0; turn < 6; turn += 1) {
      const writing = Promise.all([1, 2, 3].map(() => opened(opening({ commune: 'eschweiler' }))));
      await later(Math.random() * 120);
      await stream.leave();
      heard.push(...idsOf(stream));
      stream = await hears('karl', stream.lastId(), turn % 2 === 0 ? hurried.base : api.base);
      expected.push(...(await writing));
    }
    await eventually(() => expect([...heard, ...idsOf(stream)]).toEqual(expect.arrayContaining(expected)));
    expect([...heard, ...idsOf(stream)].toSorted()).toEqual(expected.toSorted());
  });

  it('comes back to the right place also when nothing was told to her', async () => {
    const petra = await hears('petra', undefined, hurried.base);
    const start = petra.lastId();
    await opened();
    await eventually(() => expect(petra.lastId()).not.toBe(start));
    expect(petra.heard.told).toEqual([]);
  });

  it.each([
    ['another installation', (place: string) => place.replace(/^\w+/, '00000000')],
    ['another epoch', (place: string) => place.replace(/^(\w+)\.\d+/, '$1.7')],
    ['a future that never came', (place: string) => place.replace(/^(\w+\.\d+)\.\d+/, '$1.9999999999')],
  ])('from %s is told to ask for everything', async (_, changed) => {
    const first = await hears('mara');
    await eventually(() => expect(first.lastId()).not.toBe(''));
    const place = Buffer.from(first.lastId(), 'base64url').toString();
    const again = await hears('mara', Buffer.from(changed(place)).toString('base64url'));
    expect(await again.changes(1)).toEqual([{ kind: 'everything' }]);
    const id = await opened();
    expect((await again.changes(2)).at(-1)).toMatchObject({ kind: 'journey', id });
  });

  it('from more than a thousand events ago is told to ask for everything', async () => {
    const first = await hears('karl');
    await eventually(() => expect(first.lastId()).not.toBe(''));
    await first.leave();
    const ids = Array.from({ length: 1001 }, () => randomUUID());
    const events = ids.map((id) => ({
      id,
      type: 'TaskGone',
      schemaVersion: 1,
      data: { task: id },
      actor: { kind: 'engine', id: 'engine' },
      commandId: id,
      correlationId: id,
      causationId: id,
      occurredAt: new Date().toISOString(),
    }));
    await api.platform.sql.query(`SELECT es.append($1, 'journey', $1, 0, NULL, clock_timestamp(), $2)`, [
      randomUUID(),
      JSON.stringify(events),
    ]);
    const again = await hears('karl', first.lastId());
    expect(await again.changes(1)).toEqual([{ kind: 'everything' }]);
  });

  it.each(['', 'nonsense', Buffer.from('0.0').toString('base64url'), 'x'.repeat(300)])(
    'with the id %j, which is none, is refused',
    async (id) => {
      const headers = { 'last-event-id': id };
      const answer = await api.call('GET', '/api/v1/changes', { as: 'mara', headers });
      expect(answer.status).toBe(422);
      expect(answer.json.errors).toMatchObject([{ pointer: '/last-event-id', in: 'header' }]);
    },
  );
});

describe('the order of the log', () => {
  it('skips nothing that commits later than what was written after it', async () => {
    const [early, late] = [await opened(), await opened()];
    const mara = await hears('mara');
    const append = (sql: Pick<typeof api.platform.sql, 'query'>, stream: string) => {
      const id = randomUUID();
      const event = {
        id,
        type: 'TaskGone',
        schemaVersion: 1,
        data: { task: id },
        actor: { kind: 'engine', id: 'engine' },
        commandId: id,
        correlationId: id,
        causationId: id,
        occurredAt: new Date().toISOString(),
      };
      return sql.query(
        `SELECT es.append($1, 'journey', $1, (SELECT version FROM es.stream WHERE stream_id = $1), NULL,
                          clock_timestamp(), $2)`,
        [stream, JSON.stringify([event])],
      );
    };
    const slow = await api.platform.sql.connect();
    try {
      await slow.query('BEGIN');
      await append(slow, early);
      await append(api.platform.sql, late);
      await later(600);
      const before = idsOf(mara);
      await slow.query('COMMIT');
      expect(before).toEqual([]);
    } finally {
      slow.release();
    }
    await mara.changes(2);
    expect(idsOf(mara).toSorted()).toEqual([early, late].toSorted());
  });
});

describe('a stream', () => {
  it('gives signs of life, and ends when the session does', async () => {
    const body = { email: 'petra@example.org', password };
    const signedIn = await api.call('POST', '/api/v1/session', { body });
    const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
    const stream = await hearChanges(hurried.base, { cookie });
    open.push(stream);
    expect(stream.status).toBe(200);
    await eventually(() => expect(stream.heard.text.match(/^: still here$/gm)?.length).toBeGreaterThan(2));
    await api.call('DELETE', '/api/v1/session', { headers: { cookie } });
    await stream.ended;
    expect(stream.heard.isOver).toBe(true);
    expect((await hearChanges(hurried.base, { cookie })).status).toBe(401);
  });

  it('keeps no session alive: an open page is nobody at work', async () => {
    const body = { email: 'petra@example.org', password };
    const signedIn = await api.call('POST', '/api/v1/session', { body });
    const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
    const expiry = `SELECT max(expires_at) AS at FROM access.session`;
    await asAdmin(api.database.adminUrl, `UPDATE access.session SET expires_at = now() + interval '1 hour'`);
    const { rows: before } = await api.platform.sql.query<{ at: string }>(expiry);
    const stream = await hearChanges(hurried.base, { cookie });
    open.push(stream);
    await eventually(() => expect(stream.heard.text.match(/^: still here$/gm)?.length).toBeGreaterThan(2));
    const { rows: after } = await api.platform.sql.query<{ at: string }>(expiry);
    expect(after).toEqual(before);
  });

  it('tells an account whose scope was changed to ask for everything, and ends for one that is disabled', async () => {
    const petra = await hears('petra', undefined, hurried.base);
    const change = (set: string) =>
      asAdmin(api.database.adminUrl, `UPDATE access.account SET ${set} WHERE email = 'petra@example.org'`);
    await change(`communes = '{monschau,eschweiler}'`);
    expect(await petra.changes(1)).toEqual([{ kind: 'everything' }]);
    const id = await opened(opening({ commune: 'eschweiler' }), 'karl');
    expect((await petra.changes(2)).at(-1)).toMatchObject({ kind: 'journey', id });
    await change('disabled_at = now()');
    await petra.ended;
    expect(petra.heard.isOver).toBe(true);
  });

  it('stays when the database is away, and goes on afterwards', async () => {
    const mara = await hears('mara', undefined, hurried.base);
    const cut = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                  WHERE datname = current_database() AND pid <> pg_backend_pid()`;
    for (let turn = 0; turn < 5; turn += 1) {
      await asAdmin(api.database.adminUrl, cut);
      await later(60);
    }
    const id = await opened();
    const told = await mara.changes(1);
    expect(told).toMatchObject([{ kind: 'journey', id }]);
    expect(mara.heard.isOver).toBe(false);
  });

  it('is one of at most twenty of an account; those that were broken off do not count', async () => {
    for (let count = 0; count < streamsPerAccount; count += 1) {
      await api.call('HEAD', '/api/v1/changes', { as: 'olga' });
      await brokenOff('olga');
    }
    for (let count = 0; count < streamsPerAccount; count += 1) await hears('olga');
    const { status, json } = await api.call('GET', '/api/v1/changes', { as: 'olga' });
    expect({ status, code: json?.code }).toEqual({ status: 429, code: 'too-many-streams' });
    expect((await hears('karl')).status).toBe(200);
    await open.shift()?.leave();
    await eventually(async () => expect((await hears('olga')).status).toBe(200));
  });

  it('ends when the API stops, which does not wait for it', async () => {
    const other = await secondProcess();
    const mara = await hears('mara', undefined, other.base);
    const asked = performance.now();
    await other.close();
    await mara.ended;
    expect(performance.now() - asked).toBeLessThan(2000);
    expect(mara.heard.text.endsWith('\n\n')).toBe(true);
  });
});
