import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { journeyActs } from '../../src/reminders/journey-acts.js';
import { beat } from '../../src/worker/heartbeat.js';
import type { Health } from '../../contract/routes/health.js';
import { startApi, type Answer, type Api } from '../support/api.js';
import { hearChanges } from '../support/change-stream.js';
import { cuttingProxy, type CuttingProxy } from '../support/cutting-proxy.js';
import { asAdmin, testDatabase, type TestDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';
import { journeyCalls, opening, paper, staff } from '../support/journey-calls.js';

let database: TestDatabase;
let proxy: CuttingProxy;
let api: Api;
const { opened, post, get } = journeyCalls(() => api);

beforeAll(async () => {
  database = await testDatabase();
  proxy = await cuttingProxy(database.url);
  api = await startApi(staff, {}, (platform) => platform, {
    ...database,
    url: proxy.through(database.url),
  });
});
afterAll(async () => {
  await api?.close();
  await proxy?.close();
});

/** Ends every other connection to this database, whatever it is doing. */
const cutAll = (but = 0): Promise<void> =>
  asAdmin(
    database.adminUrl,
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND pid NOT IN (pg_backend_pid(), ${but})`,
  );

async function typesOf(journey: string): Promise<string[]> {
  const { status, json } = await get(`/journeys/${journey}/events?limit=200`);
  expect({ status, code: json.code }).toEqual({ status: 200, code: undefined });
  return (json.items as { type: string }[]).map(({ type }) => type);
}
const papersOf = async (journey: string): Promise<number> =>
  (await typesOf(journey)).filter((type) => type === 'DocumentRecorded').length;

/** Says it until it is taken, as a client does that has an Idempotency-Key. */
async function insist(journey: string, days: number, key = randomUUID()): Promise<Answer[]> {
  const answers: Answer[] = [];
  while (answers.at(-1)?.status !== 201) {
    answers.push(await post(journey, 'documents', paper(days), { key }));
    if (answers.length > 200) throw new Error(`It was never taken: ${answers.at(-1)?.text}`);
  }
  return answers;
}

async function notices(): Promise<Health['notices']> {
  const { json } = await api.call('GET', '/health/ready');
  return (json as Health).notices;
}

describe('when connections to the database are cut', () => {
  it('again and again while commands run, each has one effect, and what goes wrong is said to be passing', async () => {
    const journeys = await Promise.all(Array.from({ length: 4 }, () => opened()));
    const over = new AbortController();
    const cutting = (async () => {
      for (let cut = 0; cut < 40 && !over.signal.aborted; cut += 1) await cutAll();
      return true;
    })();
    const said = await Promise.all(
      journeys.map(async (journey) => {
        const answers: Answer[] = [];
        for (let day = 50; day < 56; day += 1) answers.push(...(await insist(journey, day)));
        return answers;
      }),
    );
    over.abort();
    await cutting;
    for (const { status, json } of said.flat())
      expect(status === 201 ? 'taken' : json.code).toMatch(/^(taken|database-unavailable)$/);
    // The last cut may reach a connection only after the last command: then a read is told 503, too.
    await eventually(async () => expect(await Promise.all(journeys.map(papersOf))).toEqual([6, 6, 6, 6]));
  }, 60_000);

  it('in the middle of a command, nothing of it is there, and saying it again records it once', async () => {
    const journey = await opened();
    const holder = new pg.Client(database.adminUrl);
    await holder.connect();
    const { pid } = (await holder.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')).rows[0] ?? {
      pid: 0,
    };
    await holder.query('BEGIN');
    await holder.query('SELECT FROM rm.journey WHERE id = $1 FOR UPDATE', [journey]);
    const key = randomUUID();
    const saying = post(journey, 'documents', paper(50), { key });
    await eventually(async () => {
      const { rows } = await holder.query(
        `SELECT FROM pg_stat_activity WHERE datname = current_database() AND $1 = ANY (pg_blocking_pids(pid))`,
        [pid],
      );
      expect(rows).toHaveLength(1);
    });
    // Who holds the row is cut last: let go of a moment sooner, the command would come through.
    await cutAll(pid);
    expect((await saying).json).toMatchObject({ status: 503, code: 'database-unavailable' });
    await holder.end();
    // Other connections were cut as well: a read may be told 503 before the pool has noticed.
    await eventually(async () => expect(await papersOf(journey)).toBe(0));
    await insist(journey, 50, key);
    await insist(journey, 50, key);
    expect(await papersOf(journey)).toBe(1);
  }, 60_000);

  it('after the commit and before the answer, saying it again gives the answer and records nothing more', async () => {
    const journey = await opened();
    const key = randomUUID();
    const lost = proxy.loseAnswerTo('DocumentRecorded');
    const first = await post(journey, 'documents', paper(50), { key });
    await lost;
    expect(first.json).toMatchObject({ status: 503, code: 'database-unavailable' });
    expect(await papersOf(journey)).toBe(1);
    const again = await post(journey, 'documents', paper(50), { key });
    expect(again).toMatchObject({ status: 201, json: { version: 2 } });
    expect(await papersOf(journey)).toBe(1);
  }, 60_000);

  it('those who follow what changes go on to hear it', async () => {
    const journey = await opened();
    const stream = await hearChanges(api.base, { token: api.tokens['mara'] ?? '' });
    await cutAll();
    await insist(journey, 50);
    await eventually(() => expect(stream.heard.text).toContain(journey), 20_000);
    await stream.leave();
  }, 60_000);
});

describe('while somebody else holds a transaction open', () => {
  it('commands are taken and read back; what changes is told when it is over', async () => {
    const holder = new pg.Client(database.adminUrl);
    await holder.connect();
    const stream = await hearChanges(api.base, { token: api.tokens['mara'] ?? '' });
    await holder.query('BEGIN');
    await holder.query('SELECT pg_current_xact_id()');
    const began = performance.now();
    const journey = await opened(
      opening({ participant: { ...opening().participant, familyName: 'Spaeterhin' } }),
    );
    expect((await post(journey, 'documents', paper(50))).status).toBe(201);
    expect(await papersOf(journey)).toBe(1);
    expect((await get('/journeys?q=Spaeterhin')).json.items).toHaveLength(1);
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(stream.heard.text).not.toContain(journey);
    await holder.query('COMMIT');
    await holder.end();
    await eventually(() => expect(stream.heard.text).toContain(journey), 20_000);
    await stream.leave();
  }, 60_000);
});

describe('when the disk of the database is full', () => {
  const isFull = expect.objectContaining({ code: 'disk_full' });
  const fill = (full: boolean): Promise<void> =>
    asAdmin(
      database.adminUrl,
      full
        ? `CREATE FUNCTION es.no_room() RETURNS trigger LANGUAGE plpgsql
             AS $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full'; END $$;
           CREATE TRIGGER no_room BEFORE INSERT ON es.event FOR EACH ROW EXECUTE FUNCTION es.no_room()`
        : 'DROP TRIGGER no_room ON es.event; DROP FUNCTION es.no_room()',
    );

  it('commands are refused with nothing recorded, reads go on, health says it; with room it goes on', async () => {
    const journey = await opened();
    const key = randomUUID();
    await fill(true);
    try {
      const refused = await post(journey, 'documents', paper(50), { key });
      expect(refused.json).toMatchObject({ status: 507, code: 'database-full' });
      expect(refused.text).not.toMatch(/extend|trigger|no_room/);
      expect(await papersOf(journey)).toBe(0);
      await eventually(async () => expect(await notices()).toContainEqual(isFull), 10_000);
      const { sql, clock, runner, programmes, texts } = api.platform;
      const mailer = { send: () => Promise.reject(new Error('nothing is to be sent')) };
      const acts = journeyActs({ sql, clock, runner, programmes, texts, mailer }, () => Promise.resolve(1));
      expect(await acts.reportPlanningFailed({ journey, generation: 1 })).toBe('away');
    } finally {
      await fill(false);
    }
    await insist(journey, 50, key);
    expect(await papersOf(journey)).toBe(1);
  }, 60_000);
});

describe('when the clock of the worker’s machine is wrong', () => {
  const dayMs = 86_400_000;
  const told = async (): Promise<number | undefined> =>
    (await notices()).find(({ code }) => code === 'clock_differs')?.count;

  /** Lets the heart beat on a machine whose clock differs by so much. */
  async function beatingAt(aheadMs: number, check: () => Promise<void>): Promise<void> {
    const real = Date.now;
    jest.spyOn(Date, 'now').mockImplementation(() => real() + aheadMs);
    const pulse = beat(api.platform.sql, { reaches: true });
    try {
      await eventually(async () => {
        const { rows } = await api.platform.sql.query<{ seconds: number }>(
          `SELECT (detail->>'clockAheadSeconds')::int AS seconds FROM rm.heartbeat
            WHERE part = 'worker' AND abs(extract(epoch FROM now() - at)) < 5`,
        );
        expect(Math.abs((rows[0]?.seconds ?? Infinity) - aheadMs / 1000)).toBeLessThan(10);
      }, 20_000);
      await eventually(check, 20_000);
    } finally {
      jest.restoreAllMocks();
      await pulse.stop();
    }
  }

  it('by a day, ahead or behind, health says so; by some seconds, it does not', async () => {
    const aDay = async (): Promise<void> => {
      expect(Math.abs(((await told()) ?? 0) - dayMs / 1000)).toBeLessThan(10);
    };
    await beatingAt(dayMs, aDay);
    await beatingAt(-dayMs, aDay);
    await beatingAt(20_000, async () => expect(await told()).toBeUndefined());
  }, 60_000);
});
